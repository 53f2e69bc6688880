{
const { script: address, said } = document.currentScript.dataset;const SIGNS = ["pointermove", "pointerdown", "scroll", "keydown", "focusin", "input", "change"];let pressed = null;
const hasDraft = () => {try {return Object.keys(localStorage).some(key => key.startsWith("dialogue-register-draft:"));} catch {return false;}
};
function press(event) {pressed = event.target.closest("button");}

function wait() {for (const sign of SIGNS) addEventListener(sign, bring, { passive: true });}

function bring() {for (const sign of SIGNS) removeEventListener(sign, bring);const script = document.createElement("script");script.addEventListener("load", () => {removeEventListener("click", press);pressed?.click();});script.addEventListener("error", () => {document.querySelector(said).textContent = "Chưa tải được phần ghi của trang này. Hãy nối mạng rồi bấm lại.";wait();});script.src = address;document.head.append(script);}

addEventListener("click", press);if (location.hash || hasDraft()) bring();else wait();}
