package io.github.spinodal.examples;

/** The help of the main program. */
final class Help {
    static final String TEXT = """
            Computes the study of LTO thin films, or analyses your own files, into a report.

              (no arguments)             the study, into examples/target/study/index.html
              --grains N                 grains of its simulations:   --grains 200   (20000; fewer are faster, rougher)
              --out DIR                  where the report goes:   --out my-report
              --help                     this text

            Impedance spectra
              --eis FILE...              what to fit:   --eis cell.dta "spectra/*.mpt"
              --circuit CODE             what to fit it with:   --circuit "R0-p(R1,CPE1)-W1"   (default "R(Q(RW))")
              --weighting KIND           modulus (default), unit, proportional or standard-deviations:   --weighting unit

            Their diffusion coefficient, from the circuit's only Warburg element; each value may have a standard uncertainty
              --area CM2                 area of the electrode (cm2):   --area 1.885+-0.02
              --concentration MOL/CM3    of what diffuses (mol/cm3):   --concentration 7.58e-3
              --convention NAME          one-species (default), two-species, insertion or finite-length:
                                         --convention two-species --area 1.885 --concentration 7.58e-3
              --temperature K            kelvin (298.15):   --temperature 313.15
              --electrons N              per ion (1):   --electrons 1
              --molar-volume CM3/MOL     for insertion, with the slope:   --area 1.885 --molar-volume 45.7 --titration-slope 0.1
              --titration-slope V        |dE/dx| (V), x ions per formula unit
              --length UM                for finite-length, thickness (um):   --circuit "R0-p(R1-Wo1,CPE1)" --length 0.5

            Other files
              --cycling FILE...          galvanostatic curves, for oscillations:   --cycling land-export.csv
              --force FILE...            force curves, for layers:   --force curve.spm curve.jpk-force
              --sensitivity NM           nm of deflection per volt (or nA), where the file has none:   --sensitivity 62.5
              --spring-constant N/M      of the cantilever, where the file has none:   --spring-constant 0.09

            Example: --eis cell.dta --area 1.885 --concentration 7.58e-3 --cycling cell.csv --out my-report
            Files may hold wildcards and options may repeat. A file that cannot be analysed is named with the reason, and the
            others go on. Exit codes: 0 success; 2 invalid arguments, or a file that is not valid; 3 a file that cannot be read
            or written.
            """;

    private Help() {}
}
