package io.github.spinodal.examples.report;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Measured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The report as one self-contained page: style and pictures inside, nothing loaded from elsewhere. */
final class HtmlPage {
    private static final Pattern POWER = Pattern.compile("(?<=[\\d.)])[eE]([+\u2212-]?\\d+)\\b");

    private HtmlPage() {}

    static String of(String title, List<String> introduction, List<Section> sections) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escape(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(escape(title))
                .append("</h1>\n");
        introduction.forEach(paragraph -> paragraph(html, paragraph));
        tally(html, sections);
        contents(html, sections);
        html.append("</header>\n<main>\n");
        sections.forEach(section -> section(html, section));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream stream = HtmlPage.class.getResourceAsStream("report.css")) {
            if (stream == null) {
                throw new IllegalStateException("report.css is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tally(StringBuilder html, List<Section> sections) {
        Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
        sections.stream()
                .flatMap(s -> s.rows().stream())
                .forEach(row -> counts.merge(row.verdict().kind(), 1, Integer::sum));
        html.append("<p class=\"tally\">");
        counts.forEach((kind, count) -> html.append("<span class=\"")
                .append(cssClass(kind))
                .append("\">")
                .append(count)
                .append(' ')
                .append(escape(new Verdict(kind, "").toString()))
                .append("</span> "));
        html.append("</p>\n");
    }

    private static void contents(StringBuilder html, List<Section> sections) {
        html.append("<nav><ol>");
        sections.forEach(section -> html.append("<li><a href=\"#")
                .append(section.id())
                .append("\">")
                .append(escape(section.title()))
                .append("</a></li>"));
        html.append("</ol></nav>\n");
    }

    private static void section(StringBuilder html, Section section) {
        html.append("<section id=\"").append(section.id()).append("\">\n<h2>").append(escape(section.title()));
        html.append("</h2>\n");
        section.text().forEach(text -> paragraph(html, text));
        for (Figure figure : section.figures()) {
            html.append("<figure>")
                    .append(figure.chart().svg())
                    .append("<figcaption>")
                    .append(escape(figure.caption()))
                    .append(" <a href=\"figures/")
                    .append(figure.id())
                    .append(".png\">PNG</a> <a href=\"figures/")
                    .append(figure.id())
                    .append(".svg\">SVG</a></figcaption></figure>\n");
        }
        if (!section.rows().isEmpty()) {
            table(html, section.rows());
        }
        html.append("</section>\n");
    }

    private static void table(StringBuilder html, List<ResultRow> rows) {
        html.append("<table>\n<thead><tr><th>quantity</th><th>computed</th><th>published</th><th>verdict</th>")
                .append("<th>source</th></tr></thead>\n<tbody>\n");
        for (ResultRow row : rows) {
            html.append("<tr id=\"").append(escape(row.id())).append("\"><td data-label=\"quantity\">");
            html.append(escape(row.quantity())).append("</td><td data-label=\"computed\" class=\"number\">");
            html.append(computed(row)).append("</td><td data-label=\"published\" class=\"number\">");
            html.append(powers(escape(row.published()))).append("</td><td data-label=\"verdict\" class=\"");
            html.append(cssClass(row.verdict().kind())).append("\">");
            html.append(escape(row.verdict().toString())).append("</td><td data-label=\"source\">");
            html.append(escape(row.source())).append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String computed(ResultRow row) {
        String number = powers(escape(withUncertainty(row))).replaceAll("\\^([\u2212\\d]+)", "<sup>$1</sup>");
        return row.unit().isEmpty() ? number : number + " " + escape(row.unit());
    }

    /** Value and uncertainty to the same decimal, two digits of the uncertainty; a value alone to four digits. */
    private static String withUncertainty(ResultRow row) {
        try {
            Measured measured = Measured.of(Double.parseDouble(row.value()), Double.parseDouble(row.uncertainty()));
            if (measured.standardUncertainty() > 0) {
                return measured.toString().replace('-', '\u2212');
            }
        } catch (NumberFormatException | InvalidValueException noUncertainty) {
            return Numbers.readable(row.value());
        }
        return Numbers.readable(row.value());
    }

    /** 1.27E-5 as people write it, every digit kept. */
    private static String powers(String text) {
        Matcher power = POWER.matcher(text);
        return power.replaceAll(
                found -> "\u00b710<sup>" + found.group(1).replace("+", "").replace('-', '\u2212') + "</sup>");
    }

    private static String cssClass(Verdict.Kind kind) {
        return "verdict " + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(escape(text)).append("</p>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
