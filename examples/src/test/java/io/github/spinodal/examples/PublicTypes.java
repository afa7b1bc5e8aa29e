package io.github.spinodal.examples;

import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The public classes of the four libraries, found by looking through their class files. */
final class PublicTypes {
    private static final List<Class<?>> ONE_OF_EACH_MODULE = List.of(
            io.github.spinodal.core.Require.class,
            io.github.spinodal.eis.Circuit.class,
            io.github.spinodal.phasefield.Simulation.class,
            io.github.spinodal.sfmm.LayerAnalysis.class);

    private PublicTypes() {}

    /** Every public class, records and enums included, whose enclosing classes are public too. */
    static List<Class<?>> all() throws IOException {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> one : ONE_OF_EACH_MODULE) {
            Path place = root(one);
            if (Files.isDirectory(place)) {
                collect(place, types);
            } else {
                // Once packaged, a module comes as a jar.
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    collect(jar.getPath("/"), types);
                }
            }
        }
        return types;
    }

    private static void collect(Path root, List<Class<?>> types) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), ".")
                        .replaceAll("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    Class<?> type = load(name);
                    if (isPublic(type)) {
                        types.add(type);
                    }
                }
            }
        }
    }

    /** Classes that hold something and are no exceptions: those that must behave as values, or say why not. */
    static List<Class<?>> holdingState() throws IOException {
        return all().stream()
                .filter(type -> !type.isInterface() && !type.isEnum() && !Throwable.class.isAssignableFrom(type))
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> Serializable.class.isAssignableFrom(type)
                        || Arrays.stream(type.getDeclaredFields()).anyMatch(f -> !Modifier.isStatic(f.getModifiers())))
                .toList();
    }

    private static Path root(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
