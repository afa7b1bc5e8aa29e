package io.github.spinodal.core.spectra;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * PANalytical XRDML (schemas 1.0 to 2.x): every scan becomes a pattern over 2theta. Positions are listed, or computed evenly
 * from the first and the last. Document types and external entities are refused.
 */
final class XrdmlReader {
    private static final int SEARCHED_LINES = 20;

    private final String name;
    private final XMLStreamReader xml;
    private final List<Spectrum> spectra = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, String> measurementNotes = new LinkedHashMap<>();
    private Scan scan = new Scan();

    /** What has been seen of the scan so far. */
    private static final class Scan {
        private double start = Double.NaN;
        private double end = Double.NaN;
        private double[] positions = {};
        private double[] intensities = {};
        private String axis = "";
        private String unit = "";
        private boolean on2Theta;
        private final Map<String, String> notes = new LinkedHashMap<>();
    }

    private XrdmlReader(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    static boolean recognises(TextSource source) {
        for (int i = 1; i <= Math.min(SEARCHED_LINES, source.lineCount()); i++) {
            if (source.line(i).contains("<xrdMeasurements")) {
                return true;
            }
        }
        return false;
    }

    static ReadResult<Spectrum> read(TextSource source) {
        String name = source.name();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XrdmlReader reader =
                    new XrdmlReader(name, factory.createXMLStreamReader(new StringReader(source.textFrom(1))));
            return reader.read();
        } catch (XMLStreamException e) {
            Location place = e.getLocation();
            throw new DataFormatException(
                    place == null
                            ? SourceLocation.of(name)
                            : new SourceLocation(
                                    name, Math.max(place.getLineNumber(), 0), Math.max(place.getColumnNumber(), 0)),
                    "not well-formed XML from here on: the file was cut or damaged",
                    e);
        }
    }

    private ReadResult<Spectrum> read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw error("a document type or entity, which XRDML never has; it is refused for safety");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
        if (spectra.isEmpty()) {
            throw new DataFormatException(SourceLocation.of(name), "no scan with intensities");
        }
        return new ReadResult<>("PANalytical XRDML", spectra, notices);
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "kAlpha1", "kAlpha2", "ratioKAlpha2KAlpha1" ->
                measurementNotes.put(element + " (" + attribute("unit", "1") + ")", text());
            case "anodeMaterial" -> measurementNotes.put("anode", text());
            case "scan" -> {
                scan = new Scan();
                scan.notes.put("scan axis", attribute("scanAxis", ""));
                scan.notes.put("status", attribute("status", ""));
            }
            case "positions" -> {
                scan.axis = attribute("axis", "");
                scan.on2Theta = scan.axis.equalsIgnoreCase("2Theta");
                scan.unit = scan.on2Theta ? attribute("unit", "deg") : scan.unit;
            }
            case "startPosition" -> scan.start = scan.on2Theta ? number("start position") : scan.start;
            case "endPosition" -> scan.end = scan.on2Theta ? number("end position") : scan.end;
            case "listPositions" -> scan.positions = scan.on2Theta ? numbers("position") : scan.positions;
            case "commonCountingTime" -> scan.notes.put("counting time (" + attribute("unit", "seconds") + ")", text());
            case "beamAttenuationFactors" ->
                notices.add(new Notice(here(), "beam attenuation factors are given; they were not applied"));
            case "intensities", "counts" -> {
                scan.notes.put("intensity unit", attribute("unit", "counts"));
                scan.intensities = numbers("intensity");
            }
            default -> {}
        }
    }

    private void end(String element) {
        if (!element.equals("scan")) {
            return;
        }
        int points = scan.intensities.length;
        if (points < 2) {
            throw error("the scan has " + points + " intensities; at least two are needed");
        }
        double[] x = scan.positions;
        if (x.length == 0) {
            if (Double.isNaN(scan.start) || Double.isNaN(scan.end)) {
                throw error("the scan has no positions on the axis 2Theta");
            }
            x = new double[points];
            Arrays.setAll(x, i -> scan.start + (scan.end - scan.start) * i / (points - 1));
        }
        try {
            Spectrum spectrum = Spectrum.of(
                    new Spectrum.Axis("2theta", scan.unit),
                    x,
                    new Spectrum.Axis("intensity", scan.notes.getOrDefault("intensity unit", "counts")),
                    scan.intensities);
            spectrum = spectrum.withMetadata("source", name);
            Map<String, String> notes = new LinkedHashMap<>(measurementNotes);
            notes.putAll(scan.notes);
            for (Map.Entry<String, String> note : notes.entrySet()) {
                spectrum = spectrum.withMetadata(note.getKey(), note.getValue());
            }
            spectra.add(spectrum);
        } catch (InvalidValueException e) {
            throw new DataFormatException(here(), String.valueOf(e.getMessage()), e);
        }
    }

    private String attribute(String attribute, String otherwise) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? otherwise : value;
    }

    private String text() throws XMLStreamException {
        return xml.getElementText().strip();
    }

    private double number(String what) throws XMLStreamException {
        return DecimalMark.POINT.parse(text(), here(), what);
    }

    private double[] numbers(String what) throws XMLStreamException {
        SourceLocation location = here();
        StringTokenizer tokens = new StringTokenizer(xml.getElementText());
        double[] values = new double[tokens.countTokens()];
        for (int i = 0; i < values.length; i++) {
            values[i] = DecimalMark.POINT.parse(tokens.nextToken(), location, what + " " + (i + 1));
        }
        return values;
    }

    private SourceLocation here() {
        Location place = xml.getLocation();
        return new SourceLocation(name, Math.max(place.getLineNumber(), 0), 0);
    }

    private DataFormatException error(String problem) {
        return new DataFormatException(here(), problem);
    }
}
