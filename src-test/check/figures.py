#!/usr/bin/env python3
"""Looks at exported figures with other people's programs.

figures.py PROGRAM [FOLDER]: PROGRAM is the packaged bin/scorescope; what is made stays in FOLDER. Needs poppler-utils, qpdf,
librsvg2-bin, a TeX Live with pgf, beamer and lualatex, NumPy and Pillow. Prints a line a check, "ok" or "FAILED" first, and ends
with 1 if one failed.
"""

import io
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

TITLE = r"Score at $\sigma = 0.5$, $\tilde x$ and $\nabla\log p_\sigma(\tilde x)$"
SESSION = {
    "scorescope": 1,
    "density": {"preset": "three-gaussians"},
    "noise": {"sigma": 0.5},
    "figure": {"width": "85mm", "panels": [{"panel": {"title": TITLE}}]},
}
GROUND = {"scorescope": 1, "density": {"preset": "three-gaussians"}, "view": {"layers": ["density"]}, "figure": {"width": "85mm"}}
MARGIN = 40  # points round the page that are looked at
failures = []


def check(what, holds, found=""):
    print("ok    " if holds else "FAILED", what, found, flush=True)
    if not holds:
        failures.append(what)


def run(*words, text=True, folder=None):
    ran = subprocess.run([str(word) for word in words], capture_output=True, cwd=folder)
    if ran.returncode != 0:
        raise SystemExit(f"{words}: {ran.stdout.decode()}{ran.stderr.decode()}")
    return ran.stdout.decode() if text else ran.stdout


def picture(png):
    return np.asarray(Image.open(png if isinstance(png, pathlib.Path) else io.BytesIO(png)).convert("RGB")).astype(float)


def rendered(pdf, dpi):
    return picture(run("pdftoppm", "-png", "-r", dpi, "-singlefile", pdf, text=False))


def linear(rgb):
    c = rgb / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def lightness(rgb):
    """L* of CIE 1976, from 0 to 100."""
    y = linear(rgb) @ np.array([0.2126, 0.7152, 0.0722])
    return np.where(y > 216 / 24389, 116 * np.cbrt(y) - 16, y * 24389 / 27)


def blurred(values, pixels):
    """Means over squares, so that only differences that an eye sees at arm's length count."""
    h, w = (n // pixels * pixels for n in values.shape)
    return values[:h, :w].reshape(h // pixels, pixels, w // pixels, pixels).mean(axis=(1, 3))


def compared(name, mine, theirs, dpi):
    h, w = min(mine.shape[0], theirs.shape[0]), min(mine.shape[1], theirs.shape[1])
    near = max(abs(mine.shape[0] - theirs.shape[0]), abs(mine.shape[1] - theirs.shape[1])) <= 1
    seen = max(1, round(dpi / 72))
    off = abs(blurred(lightness(mine[:h, :w]), seen) - blurred(lightness(theirs[:h, :w]), seen))
    check(f"{name} looks like the PNG of {dpi} dpi", near and off.mean() < 2, f"mean {off.mean():.2f} L*, 99 % below {np.quantile(off, 0.99):.1f}")


def pdf(file, width):
    fonts = run("pdffonts", file).splitlines()[2:]
    check("no Type 3, every font embedded, subset, with Unicode", fonts and all("Type 3" not in f and "yes yes yes" in f for f in fonts), len(fonts))
    check("qpdf finds no fault", "No syntax or stream encoding errors" in run("qpdf", "--check", file))
    words = run("pdftotext", file, "-")
    check("text has sigma and x with a tilde", "σ" in words and "x̃" in words)
    tree = run("pdfinfo", "-struct-text", file)
    check("the structure has the figure with its description", "Figure" in tree and "density" in run("qpdf", "--qdf", "--object-streams=disable", file, "-", text=False).decode("latin1").replace("\0", ""))
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", file))
    check(f"page is {width} mm wide to 0.02 pt", abs(float(size[1]) - width / 25.4 * 72) <= 0.02, size[1])
    raw = run("qpdf", "--qdf", "--object-streams=disable", file, "-", text=False)
    sizes = {float(found) for found in re.findall(rb"/\S+ ([\d.]+) Tf", raw)}
    check("type measures 8.0 pt", 8.0 in sizes, sorted(sizes))
    return raw, float(size[1]), float(size[2])


def nothing_outside(folder, raw, width, height):
    box = f"[ {-MARGIN} {-MARGIN} {width + MARGIN} {height + MARGIN} ]".encode()
    wider = re.sub(rb"/(MediaBox|CropBox|TrimBox|BleedBox) \[[^\]]*\]", rb"/\1 " + box, raw)
    (folder / "wider.qdf").write_bytes(wider)
    (folder / "wider.pdf").write_bytes(run("fix-qdf", folder / "wider.qdf", text=False))
    seen = rendered(folder / "wider.pdf", 72)
    seen[MARGIN - 1 : -MARGIN + 1, MARGIN - 1 : -MARGIN + 1] = 255
    check("no ink outside the page", (seen == 255).all(), f"{int((seen < 255).any(axis=2).sum())} pixels")


def no_seams(file):
    """A seam is a line across or down the density, much of which is lighter than both of its neighbours."""
    for dpi in (72, 110, 144, 600):
        seen = lightness(rendered(file, dpi))
        lines = 0
        for axis in (0, 1):
            turned = np.moveaxis(seen, axis, 0)
            ridge = np.minimum(turned[1:-1] - turned[:-2], turned[1:-1] - turned[2:])
            lines = max(lines, ((ridge > 2 / 2.55).mean(axis=1)).max())
        check(f"no seam at {dpi} dpi", lines < 0.1, f"{100 * lines:.1f} % of the worst line")


def tex(folder, file):
    inner = r"\input{figure/six.tex}"
    documents = {
        "article 10pt": r"\documentclass[10pt]{article}\usepackage{pgf}\begin{document}" + inner + r"\end{document}",
        "article 12pt": r"\documentclass[12pt]{article}\usepackage{pgf}\begin{document}\noindent\hspace*{-2cm}" + inner + r"\end{document}",
        "beamer": r"\documentclass{beamer}\begin{document}\begin{frame}\resizebox{\textwidth}{!}{" + inner + r"}\end{frame}\end{document}",
        "standalone": None,
    }
    for engine in ("pdflatex", "lualatex"):
        for name, text in documents.items():
            source = file if text is None else folder / (name.replace(" ", "") + ".tex")
            if text is not None:
                source.write_text(text)
            before = processor_time()
            ran = subprocess.run([engine, "-interaction=batchmode", source.name], capture_output=True, cwd=source.parent)
            took = processor_time() - before
            log = source.with_suffix(".log").read_text(errors="replace")
            # That 170 mm do not fit the text of an article (Overfull) LaTeX says of any figure.
            warned = [line for line in log.splitlines() if re.search(r"^!|Warning|Missing|Undefined|Underfull", line)]
            memory = re.search(r"(\d+) words of memory", log)
            found = f"{took:.1f} s of processor{f', {memory[0]}' if memory else ''} {warned[:2]}"
            check(f"{engine}, {name}: no warning, at most 5 s", ran.returncode == 0 and not warned and took <= 5, found)


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def many_particles(program, folder):
    session = {
        "scorescope": 1,
        "sampler": {"kind": "langevin", "steps": 3, "particles": 100000},
        "view": {"layers": ["density", "contours", "quiver", "particles"]},
    }
    (folder / "many.json").write_text(json.dumps(session))
    run(program, "figure", folder / "many.json", "-o", folder / "many.pdf")
    size = (folder / "many.pdf").stat().st_size
    raw = run("qpdf", "--qdf", "--object-streams=disable", folder / "many.pdf", "-", text=False)
    strokes = len(re.findall(rb"(?m)^S$|^f$", raw))
    check("100,000 particles in at most 2 MB", size <= 2_000_000, f"{size / 1e6:.2f} MB")
    check("with text and arrows as vectors", strokes > 100 and "x" in run("pdftotext", folder / "many.pdf", "-"), f"{strokes} strokes and fills")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()).resolve()
    (folder / "figure").mkdir(parents=True, exist_ok=True)
    (folder / "one.json").write_text(json.dumps(SESSION))
    run(program, "figure", folder / "one.json", "-o", folder / "one.pdf")
    # librsvg takes no font from inside a file.
    run(program, "figure", folder / "one.json", "-o", folder / "one.svg", "--text", "outlines")
    for dpi in (72, 144, 600):
        run(program, "figure", folder / "one.json", "-o", folder / f"one-{dpi}.png", "--dpi", dpi)
    raw, width, height = pdf(folder / "one.pdf", 85)
    nothing_outside(folder, raw, width, height)
    for dpi in (72, 144, 600):
        theirs = picture(folder / f"one-{dpi}.png")
        compared("PDF by poppler", rendered(folder / "one.pdf", dpi), theirs, dpi)
        compared("SVG by librsvg", picture(run("rsvg-convert", "-d", dpi, "-p", dpi, folder / "one.svg", text=False)), theirs, dpi)
    (folder / "ground.json").write_text(json.dumps(GROUND))
    run(program, "figure", folder / "ground.json", "-o", folder / "ground.pdf")
    no_seams(folder / "ground.pdf")
    run(program, "figure", "six-panels", "-o", folder / "six.pdf")
    size = (folder / "six.pdf").stat().st_size
    check("six panels in at most 1 MB", size <= 1_000_000, f"{size / 1e6:.2f} MB")
    run(program, "figure", "six-panels", "-o", folder / "figure" / "six.tex")
    tex(folder, folder / "figure" / "six.tex")
    many_particles(program, folder)
    print(f"{len(failures)} failed, in {folder}")
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
