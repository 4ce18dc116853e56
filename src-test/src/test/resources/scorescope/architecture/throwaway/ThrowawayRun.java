package scorescope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import scorescope.cli.Cli;
import scorescope.core.io.Npz;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.session.codec.SessionJson;

/** The program with the throw-away members, asked for everything that must know them. */
public final class ThrowawayRun {
    private ThrowawayRun() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var file = folder.resolve("all.json");
        for (String list : arguments[1].split(",", -1)) {
            run(list, list, "--json");
        }
        var session = SessionJson.read(file);
        System.out.println("== session");
        var written = SessionJson.toText(session, folder);
        System.out.println(written);
        System.out.println("read again: " + SessionJson.read(written, folder).equals(session));
        System.out.println("== controls");
        var scalars = session.training().scalars();
        for (var parameter : TrainingParameters.relevant(scalars)) {
            if (parameter instanceof Parameter.Real real) {
                System.out.println(real.key() + " = " + scalars.get(real));
            }
        }
        var sampler = session.sampler();
        System.out.println("sampler: "
                + keys(SamplerCatalog.CATALOG.kind(sampler.method().kind(), "").parameters()));
        System.out.println("start: "
                + keys(StartCatalog.CATALOG
                        .kind(sampler.start().choice().kind(), "")
                        .parameters()));
        var ends = folder.resolve("ends.npz").toString();
        run("sample", "sample", file.toString(), "-o", ends, "--trajectories");
        System.out.println("== ends");
        double[] way = Npz.read(Path.of(ends)).doubles("trajectories");
        System.out.println(way[0] + " " + way[1] + " -> " + way[way.length - 1]);
        var net = folder.resolve("net.npz").toString();
        run("train", "train", file.toString(), "-o", net, "--steps", "3");
        System.out.println("== checkpoint");
        System.out.println(Npz.read(Path.of(net)).text("optimizer"));
        var svg = folder.resolve("all.svg");
        run("figure", "figure", file.toString(), "-o", svg.toString());
        System.out.println("== svg");
        System.out.println("layer " + Files.readString(svg).contains("#123456"));
        var study = folder.resolve("study.svg");
        run("study", "figure", file.toString(), "-o", study.toString(), "--set", "view.study=throwaway-study");
        System.out.println("== svg of study");
        System.out.println("study " + Files.readString(study).contains("THROWN"));
        var other = folder.resolve("all.throwaway");
        run("format", "figure", file.toString(), "-o", other.toString());
        System.out.println("== file of format");
        System.out.println(Files.readString(other));
        var film = folder.resolve("all.flipbook");
        run("animation", "animate", file.toString(), "-o", film.toString(), "--seconds", "0.2", "--size", "80x90");
        System.out.println("== file of animation");
        System.out.println(Files.readString(film));
        run("figure of animation", "figure", film.toString(), "-o", svg.toString());
        run("help of animation", "animate", "--help");
        var points = Files.writeString(folder.resolve("points.csv"), "x,y\n0,0\n1,1\n")
                .toString();
        run("eval", "eval", "throwaway-recipe", "--points", points, "-o", "-", "--quantity", "score");
        run("measure", "measure", points, points, "--json");
        var picture = folder.resolve("recipe.png");
        run("recipe", "figure", "throwaway-recipe", "-o", picture.toString(), "--dpi", "72");
        System.out.println("== png of recipe");
        var image = ImageIO.read(picture.toFile());
        int mapped = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                mapped += (image.getRGB(x, y) & 0xffffff) == 0x0badc0 ? 1 : 0;
            }
        }
        System.out.println("mapped " + (mapped > 1000));
        System.exit(0);
    }

    private static String keys(List<Parameter<?>> parameters) {
        return String.join(" ", parameters.stream().map(Parameter::key).toList());
    }

    private static void run(String name, String... command) {
        System.out.println("== " + name);
        System.out.println("exit " + Cli.run(command, System.out, System.err));
    }
}
