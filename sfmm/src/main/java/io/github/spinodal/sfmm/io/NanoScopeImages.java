package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The images of NanoScope files, in SI units where the unit is known. Whichever way the frame was scanned, the file begins
 * with the lowest row, so that the rows are turned over here.
 */
final class NanoScopeImages implements MapFormat {
    @Override
    public boolean recognises(BinarySource source) {
        return NanoScopeHeader.startsFile(source);
    }

    @Override
    public ReadResult<ScanMap> read(BinarySource source, MapReadOptions options) {
        NanoScopeHeader header = NanoScopeHeader.of(source);
        List<NanoScopeHeader.Section> sections = header.sections("ciao image list");
        if (sections.isEmpty()) {
            throw header.error("a NanoScope file without images; its force curves are read as curves");
        }
        List<Notice> notices = new ArrayList<>();
        List<ScanMap> maps = new ArrayList<>();
        for (NanoScopeHeader.Section section : sections) {
            maps.add(image(source, header, section, notices));
        }
        return new ReadResult<>("NanoScope image", maps, notices);
    }

    private static ScanMap image(
            BinarySource source, NanoScopeHeader header, NanoScopeHeader.Section section, List<Notice> notices) {
        long nx = section.counts("samps/line")[0];
        long ny = section.count("number of lines");
        int pixels = BareMap.pixels(SourceLocation.of(source.name()), nx, ny);
        NanoScopeBlock block = NanoScopeBlock.of(source, header, section, pixels, notices);
        if (block.samples() != pixels) {
            throw header.error("an image of " + nx + " x " + ny + " pixels has " + block.samples() + " samples");
        }
        String name = NanoScopeValue.externalName(section.text("image data"));
        int stated = section.has("bytes/pixel") ? (int) Math.min(8, section.count("bytes/pixel")) : 2;
        NanoScopeScale scale = NanoScopeScale.ofImage(header, section, stated);
        double[] values = new double[pixels];
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                values[(int) (y * nx + x)] = block.value((int) ((ny - 1 - y) * nx + x)) * scale.factor();
            }
        }
        RecordedChannel channel = RecordedChannel.of(name, scale.unit(), values);
        double[] size = size(header, section);
        return BareMap.of(
                        source, name, channel.unit(), (int) nx, (int) ny, size[0] / nx, size[1] / ny, channel.values())
                .withMetadata("line direction", section.values().getOrDefault("line direction", "unknown"))
                .withMetadata("frame direction", section.values().getOrDefault("frame direction", "unknown"));
    }

    /** Width and height (m), from the image's own line or from the scan's. */
    private static double[] size(NanoScopeHeader header, NanoScopeHeader.Section section) {
        String text = section.values().get("scan size");
        if (text == null) {
            text = header.section("ciao scan list").text("scan size");
        }
        String[] words = text.trim().split("\\s+", 0);
        List<Double> numbers = new ArrayList<>();
        String unit = "nm";
        for (String word : words) {
            OptionalDouble number = DecimalMark.POINT.tryParse(word);
            if (number.isPresent()) {
                numbers.add(number.getAsDouble());
            } else {
                unit = word.replace('~', 'u');
            }
        }
        if (!numbers.isEmpty()) {
            double[] both = {numbers.get(0), numbers.get(numbers.size() > 1 ? 1 : 0)};
            RecordedChannel metres = RecordedChannel.of("scan size", unit, both);
            if (metres.unit().equals("m") && metres.value(0) > 0 && metres.value(1) > 0) {
                return metres.values();
            }
        }
        throw header.error("the scan size must be one or two lengths, but is \"" + text + "\"");
    }
}
