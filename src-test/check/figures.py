#!/usr/bin/env python3
"""Looks at exported figures with other people's programs.

figures.py PROGRAM [FOLDER]: PROGRAM is the packaged bin/scorescope; what is made stays in FOLDER. Needs poppler-utils, qpdf,
librsvg2-bin, a TeX Live with pgf, beamer and lualatex, NumPy and Pillow; Chromium or Chrome if there is one. Prints a line a
check, "ok" or "FAILED" first, and ends with 1 if one failed.
"""

import io
import json
import pathlib
import re
import resource
import shutil
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
DPI = (72, 144, 600)
CSS_DPI = 96
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


def by_librsvg(svg, dpi):
    return picture(run("rsvg-convert", "-d", dpi, "-p", dpi, svg, text=False))


def by_browser(browser, svg, dpi):
    """The picture as a page shows it, whose lower part is empty."""
    page = svg.with_suffix(".html")
    page.write_text(f'<!doctype html><body style="margin:0;background:#fff"><img src="{svg.name}" style="display:block">')
    shot = svg.with_suffix(".shot.png")
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text())
    window = ",".join(str(int(float(points) / 72 * CSS_DPI) + 1) for points in size.groups())
    # Root, as in a container, has no sandbox.
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--force-device-scale-factor={dpi / CSS_DPI}")
    run(browser, *options, f"--window-size={window}", f"--screenshot={shot}", page.as_uri())
    return picture(shot)


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


def compared(name, mine, theirs, dpi, margin=1):
    """At most `margin` pixels larger or smaller, and alike."""
    h, w = min(mine.shape[0], theirs.shape[0]), min(mine.shape[1], theirs.shape[1])
    near = max(abs(mine.shape[0] - theirs.shape[0]), abs(mine.shape[1] - theirs.shape[1])) <= margin
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


def no_seams(name, seen, dpi):
    """A seam is a pixel inside the density that is lighter than both of its neighbours, across or down."""
    h, w = seen.shape[:2]
    inside = seen[h // 5 : 7 * h // 10, w // 5 : 4 * w // 5]
    worst = 0
    for axis in (0, 1):
        lines = np.moveaxis(inside, axis, 0)
        worst = max(worst, np.minimum(lines[1:-1] - lines[:-2], lines[1:-1] - lines[2:]).min(axis=2).max())
    check(f"no seam in the {name} at {dpi} dpi", worst <= 2, f"worst {worst:.0f} of 255")


def typeset(engine, source):
    """What TeX says of a document, and its processor time in s."""
    before = processor_time()
    ran = subprocess.run([engine, "-interaction=batchmode", source.name], capture_output=True, cwd=source.parent)
    took = processor_time() - before
    log = source.with_suffix(".log").read_text(errors="replace")
    # That 170 mm do not fit the text of an article (Overfull) LaTeX says of any figure.
    warned = [line for line in log.splitlines() if re.search(r"^!|Warning|Missing|Undefined|Underfull", line)]
    memory = re.search(r"\d+ words of memory", log)
    return ran.returncode == 0, set(warned), took, memory[0] if memory else ""


def tex(folder, file):
    figure = r"\input{figure/six.tex}"
    plain = r"Words {\bfseries a} and $x$"
    documents = {
        "article 10pt": (r"\documentclass[10pt]{article}\usepackage{pgf}\begin{document}", r"\end{document}"),
        "article 12pt": (r"\documentclass[12pt]{article}\usepackage{pgf}\begin{document}\noindent\hspace*{-2cm}", r"\end{document}"),
        "beamer": (r"\documentclass{beamer}\begin{document}\begin{frame}\resizebox{\textwidth}{!}{", r"}\end{frame}\end{document}"),
        "standalone": None,
    }
    for engine in ("pdflatex", "lualatex"):
        for name, text in documents.items():
            source = file if text is None else folder / (name.replace(" ", "") + ".tex")
            without = folder / "plain.tex"
            without.write_text(plain.join(text or documents["article 10pt"]))
            if text is not None:
                source.write_text(figure.join(text))
            # What an installation without all fonts says of every document is not said of the figure.
            of_any = typeset(engine, without)[1]
            done, warned, took, memory = typeset(engine, source)
            more = sorted(warned - of_any)
            check(f"{engine}, {name}: no warning, at most 5 s", done and not more and took <= 5, f"{took:.1f} s of processor, {memory} {more[:2]}")


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
    lines = len(re.findall(rb"(?m) l$", raw))
    check("100,000 particles in at most 2 MB", size <= 2_000_000, f"{size / 1e6:.2f} MB")
    check("with text and arrows as vectors", lines > 1000 and "x" in run("pdftotext", folder / "many.pdf", "-"), f"{lines} lines")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()).resolve()
    (folder / "figure").mkdir(parents=True, exist_ok=True)
    (folder / "one.json").write_text(json.dumps(SESSION))
    run(program, "figure", folder / "one.json", "-o", folder / "one.pdf")
    # librsvg takes no font from inside a file.
    run(program, "figure", folder / "one.json", "-o", folder / "one.svg", "--text", "outlines")
    run(program, "figure", folder / "one.json", "-o", folder / "text.svg")
    (folder / "ground.json").write_text(json.dumps(GROUND))
    for format in ("pdf", "svg"):
        run(program, "figure", folder / "ground.json", "-o", folder / f"ground.{format}")
    raw, width, height = pdf(folder / "one.pdf", 85)
    nothing_outside(folder, raw, width, height)
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("without Chromium: not looked at in a browser")
    for dpi in DPI:
        run(program, "figure", folder / "one.json", "-o", folder / f"one-{dpi}.png", "--dpi", dpi)
        theirs = picture(folder / f"one-{dpi}.png")
        compared("PDF by poppler", rendered(folder / "one.pdf", dpi), theirs, dpi)
        compared("SVG by librsvg", by_librsvg(folder / "one.svg", dpi), theirs, dpi)
        no_seams("PDF by poppler", rendered(folder / "ground.pdf", dpi), dpi)
        no_seams("SVG by librsvg", by_librsvg(folder / "ground.svg", dpi), dpi)
        if browser:
            compared("SVG by Chromium", by_browser(browser, folder / "text.svg", dpi), theirs, dpi, margin=2 + dpi // CSS_DPI)
            no_seams("SVG by Chromium", by_browser(browser, folder / "ground.svg", dpi), dpi)
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
