/** A slider stands for a menu of steps, which holds what each step sends; without this script the menu is shown. */
const stepOf = (range) => {
  const menu = range.form.elements.namedItem("code");
  menu.selectedIndex = Number(range.value);
  return menu.options[menu.selectedIndex].text;
};

const isSlider = ({ target }) => target instanceof HTMLInputElement && target.type === "range";

document.addEventListener("input", (event) => {
  if (!isSlider(event)) return;
  const step = stepOf(event.target);
  event.target.setAttribute("aria-valuetext", step);
  event.target.form.querySelector("output").textContent = step;
});

document.addEventListener("change", (event) => {
  if (!isSlider(event)) return;
  stepOf(event.target);
  event.target.form.requestSubmit();
});
