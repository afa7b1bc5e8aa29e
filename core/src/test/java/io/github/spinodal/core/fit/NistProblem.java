package io.github.spinodal.core.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One problem of the NIST StRD collection, read from its certified file. */
final class NistProblem implements ResidualFunction {
    /** The model in terms of differentiable parameters. */
    @FunctionalInterface
    interface Model {
        Dual value(Dual[] b, double[] x);
    }

    static final List<String> NAMES = List.of(
            "Misra1a",
            "Chwirut2",
            "Chwirut1",
            "Lanczos3",
            "Gauss1",
            "Gauss2",
            "DanWood",
            "Misra1b",
            "Kirby2",
            "Hahn1",
            "Nelson",
            "MGH17",
            "Lanczos1",
            "Lanczos2",
            "Gauss3",
            "Misra1c",
            "Misra1d",
            "Roszman1",
            "ENSO",
            "MGH09",
            "Thurber",
            "BoxBOD",
            "Rat42",
            "MGH10",
            "Eckerle4",
            "Rat43",
            "Bennett5");

    private static final Pattern PARAMETER =
            Pattern.compile("^\\s*b\\d\\s*=\\s*(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*$");

    final String name;
    final double[] start1;
    final double[] start2;
    final double[] certified;
    final double[] certifiedErrors;
    final double certifiedSum;
    final double[][] x;
    final double[] y;
    private final Model model;

    private NistProblem(String name, List<double[]> parameters, double sum, List<double[]> rows) {
        this.name = name;
        int n = parameters.size();
        start1 = column(parameters, 0);
        start2 = column(parameters, 1);
        certified = column(parameters, 2);
        certifiedErrors = column(parameters, 3);
        certifiedSum = sum;
        y = column(rows, 0);
        x = new double[rows.size()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = java.util.Arrays.copyOfRange(rows.get(i), 1, rows.get(i).length);
            if (name.equals("Nelson")) {
                y[i] = Math.log(y[i]);
            }
        }
        model = NistModels.of(name);
        if (n == 0 || x.length == 0 || Double.isNaN(sum)) {
            throw new IllegalStateException("could not read " + name);
        }
    }

    private static double[] column(List<double[]> rows, int j) {
        return rows.stream().mapToDouble(r -> r[j]).toArray();
    }

    static NistProblem read(String name) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                NistProblem.class.getResourceAsStream("/nist-strd/" + name + ".dat"), StandardCharsets.US_ASCII))) {
            in.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<double[]> parameters = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        double sum = Double.NaN;
        boolean data = false;
        for (int i = 30; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                double[] values = new double[4];
                for (int k = 0; k < 4; k++) {
                    values[k] = Double.parseDouble(parameter.group(k + 1));
                }
                parameters.add(values);
            } else if (line.startsWith("Residual Sum of Squares:")) {
                sum = Double.parseDouble(line.substring(24).trim());
            } else if (line.startsWith("Data:") && i > 55) {
                data = true;
            } else if (data && !line.isBlank()) {
                String[] words = line.trim().split("\\s+");
                double[] row = new double[words.length];
                for (int k = 0; k < row.length; k++) {
                    row[k] = Double.parseDouble(words[k]);
                }
                rows.add(row);
            }
        }
        return new NistProblem(name, parameters, sum, rows);
    }

    @Override
    public int residualCount() {
        return y.length;
    }

    @Override
    public int parameterCount() {
        return certified.length;
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        residualsAndJacobian(parameters, residuals, new double[y.length * parameters.length]);
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        Dual[] b = Dual.variables(parameters);
        for (int i = 0; i < y.length; i++) {
            Dual value = model.value(b, x[i]);
            residuals[i] = value.value - y[i];
            System.arraycopy(value.gradient, 0, jacobian, i * parameters.length, parameters.length);
        }
    }
}
