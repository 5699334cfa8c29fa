/** What a picture shows, in words, where it does not arrive; nothing where the words beside it say so already. */
const sayInstead = (image) => {
  const figure = image.closest("figure.picture");
  if (figure === null) return;
  if ("said" in figure.dataset) {
    figure.remove();
    return;
  }
  const words = document.createElement("p");
  words.className = "picture";
  words.textContent = image.alt;
  figure.replaceWith(words);
};

// Errors of images do not bubble.
document.addEventListener(
  "error",
  ({ target }) => target instanceof HTMLImageElement && sayInstead(target),
  true,
);

for (const image of [...document.images]) if (image.complete && image.naturalWidth === 0) sayInstead(image);
