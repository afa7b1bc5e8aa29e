package io.github.spinodal.core.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a reader of an SVG sees where, with every group's transform applied. */
final class SvgPicture {
    record Text(String content, double x, double y, double size) {}

    record Line(double x1, double y1, double x2, double y2) {}

    /** Upper left corner, as drawn; width and height along the axes of the group. */
    record Box(double x, double y, double width, double height, String style) {}

    final List<Text> texts = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    /** Lines within a clipped group, which is where the series of a plot are. */
    final List<Line> series = new ArrayList<>();

    final List<Box> boxes = new ArrayList<>();
    final List<Box> images = new ArrayList<>();

    private SvgPicture() {}

    static SvgPicture of(Chart chart) {
        try {
            SvgPicture picture = new SvgPicture();
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            picture.read(root, new AffineTransform());
            return picture;
        } catch (Exception e) {
            throw new AssertionError("not an SVG document", e);
        }
    }

    Text text(String content) {
        return texts.stream()
                .filter(t -> t.content().equals(content))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text " + content + " in " + texts));
    }

    private void read(Element element, AffineTransform outer) {
        AffineTransform frame = new AffineTransform(outer);
        String transform = element.getAttribute("transform");
        if (transform.startsWith("matrix")) {
            String[] m = transform.replaceAll("[a-z()]", "").trim().split("[ ,]+");
            frame.concatenate(new AffineTransform(
                    Arrays.stream(m).mapToDouble(Double::parseDouble).toArray()));
        } else if (transform.startsWith("translate")) {
            String[] m = transform.replaceAll("[a-z()]", "").trim().split("[ ,]+");
            frame.translate(Double.parseDouble(m[0]), m.length > 1 ? Double.parseDouble(m[1]) : 0);
        }
        switch (element.getTagName()) {
            case "text" -> {
                Point2D at = at(frame, element, "x", "y");
                String style = element.getAttribute("style");
                double size = style.contains("font-size:")
                        ? Double.parseDouble(style.replaceAll(".*font-size:([0-9.]+)px.*", "$1"))
                        : 12;
                texts.add(new Text(element.getTextContent(), at.getX(), at.getY(), size));
            }
            case "line" -> {
                Point2D from = at(frame, element, "x1", "y1");
                Point2D to = at(frame, element, "x2", "y2");
                boolean clipped = ((Element) element.getParentNode()).hasAttribute("clip-path");
                (clipped ? series : lines).add(new Line(from.getX(), from.getY(), to.getX(), to.getY()));
            }
            case "rect" -> boxes.add(box(frame, element));
            case "image" -> images.add(box(frame, element));
            default -> {}
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                read(inner, frame);
            }
        }
    }

    private static Box box(AffineTransform frame, Element element) {
        Point2D corner = at(frame, element, "x", "y");
        return new Box(
                corner.getX(),
                corner.getY(),
                number(element, "width"),
                number(element, "height"),
                element.getAttribute("style"));
    }

    private static Point2D at(AffineTransform frame, Element element, String x, String y) {
        return frame.transform(new Point2D.Double(number(element, x), number(element, y)), null);
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name).replace("px", ""));
    }
}
