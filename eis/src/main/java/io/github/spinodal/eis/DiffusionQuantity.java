package io.github.spinodal.eis;

/** What a diffusion coefficient is computed from. Everything is in SI units. */
public enum DiffusionQuantity {
    /** Warburg coefficient sigma of Z = sigma (1 - j)/sqrt(omega), with omega = 2 pi f; sigma = 1/(sqrt(2) Y0). */
    WARBURG_COEFFICIENT("sigma", "ohm s^-1/2"),
    /** Area through which the ions pass. */
    AREA("A", "m^2"),
    /** Concentration of the diffusing species: each convention says of what. */
    CONCENTRATION("C", "mol/m^3"),
    /** Absolute temperature. */
    TEMPERATURE("T", "K"),
    /** Number of electrons per diffusing ion. */
    ELECTRONS("n", ""),
    /** Molar volume of the host. */
    MOLAR_VOLUME("V_m", "m^3/mol"),
    /** Slope |dE/dx| of the potential against the number of ions per formula unit. */
    TITRATION_SLOPE("dE/dx", "V"),
    /** Diffusion length: thickness of a layer open on one side, or the radius of a particle. */
    LENGTH("L", "m"),
    /** Diffusion time tau of a finite-length element. */
    TIME("tau", "s");

    private final String symbol;
    private final String unit;

    DiffusionQuantity(String symbol, String unit) {
        this.symbol = symbol;
        this.unit = unit;
    }

    /**
     * The usual symbol.
     *
     * @return symbol
     */
    public String symbol() {
        return symbol;
    }

    /**
     * SI unit.
     *
     * @return unit, empty for a pure number
     */
    public String unit() {
        return unit;
    }
}
