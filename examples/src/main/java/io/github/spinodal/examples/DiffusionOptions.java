package io.github.spinodal.examples;

import static io.github.spinodal.eis.DiffusionQuantity.AREA;
import static io.github.spinodal.eis.DiffusionQuantity.CONCENTRATION;
import static io.github.spinodal.eis.DiffusionQuantity.ELECTRONS;
import static io.github.spinodal.eis.DiffusionQuantity.LENGTH;
import static io.github.spinodal.eis.DiffusionQuantity.MOLAR_VOLUME;
import static io.github.spinodal.eis.DiffusionQuantity.TEMPERATURE;
import static io.github.spinodal.eis.DiffusionQuantity.TIME;
import static io.github.spinodal.eis.DiffusionQuantity.TITRATION_SLOPE;
import static io.github.spinodal.eis.DiffusionQuantity.WARBURG_COEFFICIENT;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.eis.Diffusion;
import io.github.spinodal.eis.DiffusionConvention;
import io.github.spinodal.eis.DiffusionQuantity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What turns a Warburg coefficient of the reader's spectra into a diffusion coefficient. */
final class DiffusionOptions {
    static final String CONVENTION = "--convention";

    /** An option, and how many SI units one of its own holds. */
    private enum Option {
        AREA_CM2("--area", AREA, 1e-4),
        CONCENTRATION_MOL_PER_CM3("--concentration", CONCENTRATION, 1e6),
        TEMPERATURE_KELVIN("--temperature", TEMPERATURE, 1),
        ELECTRON_NUMBER("--electrons", ELECTRONS, 1),
        MOLAR_VOLUME_CM3("--molar-volume", MOLAR_VOLUME, 1e-6),
        SLOPE_VOLT("--titration-slope", TITRATION_SLOPE, 1),
        LENGTH_UM("--length", LENGTH, 1e-6);

        private final String text;
        private final DiffusionQuantity quantity;
        private final double siUnits;

        Option(String text, DiffusionQuantity quantity, double siUnits) {
            this.text = text;
            this.quantity = quantity;
            this.siUnits = siUnits;
        }

        private static Option of(DiffusionQuantity quantity) {
            for (Option option : values()) {
                if (option.quantity == quantity) {
                    return option;
                }
            }
            throw new IllegalStateException("no option sets " + quantity);
        }
    }

    private DiffusionOptions() {}

    /** The options' names. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(CONVENTION));
        for (Option option : Option.values()) {
            names.add(option.text);
        }
        return names;
    }

    /**
     * The calculation that the options ask for, still without the fitted quantity.
     *
     * @return the calculation; empty if no option is given
     */
    static Optional<Diffusion> parse(CommandLine line) {
        if (names().stream().noneMatch(line::has)) {
            return Optional.empty();
        }
        DiffusionConvention convention = line.choice(CONVENTION, implied(line));
        String spelled = convention.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Set<DiffusionQuantity> needed = EnumSet.copyOf(convention.exponents().keySet());
        needed.remove(WARBURG_COEFFICIENT);
        needed.remove(TIME);
        Diffusion diffusion = Diffusion.by(convention);
        for (Option option : Option.values()) {
            if (line.has(option.text) && !needed.contains(option.quantity)) {
                throw new InvalidInputException(
                        "the convention " + spelled + " does not use " + option.text + "; " + needs(spelled, needed));
            }
        }
        for (DiffusionQuantity quantity : needed) {
            Option option = Option.of(quantity);
            Optional<Measured> given = line.measured(option.text);
            if (given.isEmpty() && quantity != TEMPERATURE && quantity != ELECTRONS) {
                throw new InvalidInputException(option.text + " is missing: " + needs(spelled, needed));
            }
            Measured otherwise = Measured.exact(quantity == ELECTRONS ? 1 : PhysicalConstants.ROOM_TEMPERATURE);
            diffusion = diffusion.with(quantity, given.orElse(otherwise).times(option.siUnits));
        }
        return Optional.of(diffusion);
    }

    /** A length belongs to one convention only, and so do the quantities of a titration. */
    private static DiffusionConvention implied(CommandLine line) {
        if (line.has(Option.LENGTH_UM.text)) {
            return DiffusionConvention.FINITE_LENGTH;
        }
        boolean titration = line.has(Option.MOLAR_VOLUME_CM3.text) || line.has(Option.SLOPE_VOLT.text);
        return titration ? DiffusionConvention.INSERTION : DiffusionConvention.ONE_SPECIES;
    }

    private static String needs(String convention, Set<DiffusionQuantity> needed) {
        List<String> options = new ArrayList<>();
        for (DiffusionQuantity quantity : needed) {
            Option option = Option.of(quantity);
            options.add(quantity == TEMPERATURE || quantity == ELECTRONS ? "[" + option.text + "]" : option.text);
        }
        return convention + " takes " + String.join(", ", options);
    }
}
