package io.github.spinodal.phasefield.oscillation.study;

import java.io.Serializable;
import java.util.List;

/**
 * A reproduction of the study's voltage oscillations: rows to print and measured curves to draw.
 *
 * @param settings sizes it was made with
 * @param rows figures with the study's beside them
 * @param bare bare film with the literature's interaction, discharge at 0.1 C (Figures 5d and 5e)
 * @param bareCharge the same, charge
 * @param bareNarrow bare film with the literature's interaction and rates that differ less, discharge at 0.1 C
 * @param bareFree bare film with the interaction free, discharge at 0.1 C
 * @param bareUniform bare film with uniform shifts and the interaction free, discharge at 0.1 C
 * @param slow bare film with the interaction free at 0.025 C (Figures 6b and 6c)
 * @param coated the scenarios of AZO(60) under the symmetric law, in the order of the rows (Figure 6a)
 * @param redistribution oscillation against direct exchange between grains, from none upwards (Figure 6d)
 * @param growth distributions of grains and how their oscillation grows along the plateau
 */
public record StudyResult(
        StudySettings settings,
        List<StudyRow> rows,
        FilmOscillation bare,
        FilmOscillation bareCharge,
        FilmOscillation bareNarrow,
        FilmOscillation bareFree,
        FilmOscillation bareUniform,
        FilmOscillation slow,
        List<FilmOscillation> coated,
        List<FilmOscillation> redistribution,
        List<GrowthVariant> growth)
        implements Serializable {
    /** Copies the lists. */
    public StudyResult {
        rows = List.copyOf(rows);
        coated = List.copyOf(coated);
        redistribution = List.copyOf(redistribution);
        growth = List.copyOf(growth);
    }
}
