// The first word of a script makes the web view look for a font and read it, which can
// take longer than the search that brought the word. So it is done before: when the window
// stands still, or when a search is about to begin, a little at a time.

/** A few letters of each script that a desk reads, with the language that chooses the font. */
const SAMPLES: readonly { lang: string; text: string }[] = [
  { lang: "en", text: "Kim “Śląsk” ĄŁő 0123" },
  { lang: "ru", text: "Путин сказал, щёки" },
  { lang: "ar", text: "قال الرئيس" },
  { lang: "zh", text: "制裁停火提议" },
  { lang: "ja", text: "首相は会談で" },
  { lang: "ko", text: "휴전 제안을" },
  { lang: "el", text: "Πρόεδρος" },
  { lang: "he", text: "ראש הממשלה" },
  { lang: "hi", text: "प्रधानमंत्री" },
  { lang: "th", text: "นายกรัฐมนตรี" },
];
/** Classes of text as results and articles are set in. */
const STYLES = ["400 15px/21px var(--font-read)", "600 16px/21px var(--font-read)", "400 14px/20px var(--font-ui)"];
/** Milliseconds between two drawings, so that keys come through. */
const PAUSE = 40;
/** Milliseconds without a key or a press after which nobody is waiting for the window. */
const IDLE = 1000;

const rest = SAMPLES.flatMap((sample) => STYLES.map((font) => ({ ...sample, font })));
let running = false;

/** Has every script's fonts found and read: somebody is about to see words of any of them. */
export function warmFonts(): void {
  if (running) return;
  running = true;
  const next = (): void => {
    const sample = rest.shift();
    if (!sample) return;
    draw(sample);
    setTimeout(next, PAUSE);
  };
  next();
}

/** The same, once the window is left alone for a moment. */
export function warmFontsWhenIdle(): void {
  let timer = setTimeout(done, IDLE);
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(done, IDLE);
  };
  const listening = { capture: true, passive: true };
  addEventListener("keydown", later, listening);
  addEventListener("pointerdown", later, listening);
  function done(): void {
    removeEventListener("keydown", later, listening);
    removeEventListener("pointerdown", later, listening);
    warmFonts();
  }
}

/** Lays the letters out where nobody sees or hears them. */
function draw({ lang, text, font }: (typeof rest)[number]): void {
  const box = document.createElement("div");
  box.lang = lang;
  box.ariaHidden = "true";
  box.style.cssText = "position:fixed;inset-block-start:0;inset-inline-start:0;opacity:0.01;pointer-events:none;z-index:-1";
  box.style.font = font;
  box.textContent = text;
  document.body.append(box);
  // Two frames: one asks for the font, one draws with it.
  requestAnimationFrame(() => requestAnimationFrame(() => box.remove()));
}
