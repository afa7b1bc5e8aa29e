package io.github.spinodal.examples;

/** The help of the main program. */
final class Help {
    static final String TEXT = """
            Computes the study of LTO thin films, or analyses your own files, into a report.

              (no arguments)             the study, into examples/target/study/index.html
              --eis FILE...              impedance spectra:   --eis cell.dta "spectra/*.mpt"
              --circuit CODE             what to fit them with:   --circuit "R0-p(R1,CPE1)-W1"   (default "R(Q(RW))")
              --weighting KIND           modulus (default), unit, proportional or standard-deviations
              --cycling FILE...          galvanostatic curves:   --cycling land-export.csv
              --force FILE...            force curves:        --force curve.spm curve.jpk-force
              --grains N                 grains of the study's simulations (1000; fewer are faster and rougher)
              --out DIR                  where the report goes:   --out my-report
              --help                     this text

            Files may hold wildcards and options may repeat. Exit codes: 0 success, 2 invalid arguments or data, 3 disk.
            """;

    private Help() {}
}
