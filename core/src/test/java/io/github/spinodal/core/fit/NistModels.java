package io.github.spinodal.core.fit;

/** The model equations of the NIST StRD problems, as printed in their files. */
final class NistModels {
    private NistModels() {}

    static NistProblem.Model of(String name) {
        return switch (name) {
            case "Misra1a", "BoxBOD" ->
                (b, x) -> b[0].times(one(b).minus(b[1].times(-x[0]).exp()));
            case "Misra1b" ->
                (b, x) -> b[0].times(one(b).minus(b[1].times(x[0] / 2).plus(1).power(-2)));
            case "Misra1c" ->
                (b, x) -> b[0].times(one(b).minus(b[1].times(2 * x[0]).plus(1).power(-0.5)));
            case "Misra1d" ->
                (b, x) -> b[0].times(b[1]).times(x[0]).over(b[1].times(x[0]).plus(1));
            case "Chwirut1", "Chwirut2" -> (b, x) -> b[0].times(-x[0]).exp().over(b[1].plus(b[2].times(x[0])));
            case "Lanczos1", "Lanczos2", "Lanczos3" ->
                (b, x) -> b[0].times(b[1].times(-x[0]).exp())
                        .plus(b[2].times(b[3].times(-x[0]).exp()))
                        .plus(b[4].times(b[5].times(-x[0]).exp()));
            case "Gauss1", "Gauss2", "Gauss3" ->
                (b, x) -> b[0].times(b[1].times(-x[0]).exp())
                        .plus(gauss(b, 2, x[0]))
                        .plus(gauss(b, 5, x[0]));
            case "DanWood" -> (b, x) -> b[0].times(b[1].times(Math.log(x[0])).exp());
            case "Kirby2" ->
                (b, x) -> polynomial(b, 0, 3, x[0])
                        .over(b[3].times(x[0]).plus(b[4].times(x[0] * x[0])).plus(1));
            case "Hahn1", "Thurber" ->
                (b, x) -> polynomial(b, 0, 4, x[0])
                        .over(polynomial(b, 4, 3, x[0]).times(x[0]).plus(1));
            case "Nelson" ->
                (b, x) -> b[0].minus(b[1].times(x[0]).times(b[2].times(-x[1]).exp()));
            case "MGH17" ->
                (b, x) -> b[0].plus(b[1].times(b[3].times(-x[0]).exp()))
                        .plus(b[2].times(b[4].times(-x[0]).exp()));
            case "Roszman1" ->
                (b, x) -> b[0].minus(b[1].times(x[0]))
                        .minus(b[2].over(b[3].times(-1).plus(x[0])).atan().times(1 / Math.PI));
            case "ENSO" ->
                (b, x) -> b[0].plus(b[1].times(Math.cos(2 * Math.PI * x[0] / 12)))
                        .plus(b[2].times(Math.sin(2 * Math.PI * x[0] / 12)))
                        .plus(wave(b, 3, x[0]))
                        .plus(wave(b, 6, x[0]));
            case "MGH09" ->
                (b, x) -> b[0].times(b[1].times(x[0]).plus(x[0] * x[0]))
                        .over(b[2].times(x[0]).plus(b[3]).plus(x[0] * x[0]));
            case "Rat42" ->
                (b, x) -> b[0].over(b[1].minus(b[2].times(x[0])).exp().plus(1));
            case "Rat43" ->
                (b, x) -> b[0].over(b[1].minus(b[2].times(x[0])).exp().plus(1).power(one(b).over(b[3])));
            case "MGH10" -> (b, x) -> b[0].times(b[1].over(b[2].plus(x[0])).exp());
            case "Eckerle4" ->
                (b, x) -> {
                    Dual u = b[2].times(-1).plus(x[0]).over(b[1]);
                    return b[0].over(b[1]).times(u.times(u).times(-0.5).exp());
                };
            case "Bennett5" ->
                (b, x) -> b[0].times(b[1].plus(x[0]).power(one(b).times(-1).over(b[2])));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Dual one(Dual[] b) {
        return b[0].times(0).plus(1);
    }

    private static Dual polynomial(Dual[] b, int first, int count, double x) {
        Dual sum = b[first + count - 1];
        for (int k = count - 2; k >= 0; k--) {
            sum = sum.times(x).plus(b[first + k]);
        }
        return sum;
    }

    private static Dual gauss(Dual[] b, int first, double x) {
        Dual u = b[first + 1].times(-1).plus(x).over(b[first + 2]);
        return b[first].times(u.times(u).times(-1).exp());
    }

    private static Dual wave(Dual[] b, int first, double x) {
        Dual phase = one(b).times(2 * Math.PI * x).over(b[first]);
        return b[first + 1].times(phase.cos()).plus(b[first + 2].times(phase.sin()));
    }
}
