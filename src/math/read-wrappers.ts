/** The names around a list in code: np.array, torch.tensor, R's c, and calls such as np.dot. */
const calls =
  /(?<![\w.])(?:(?:[A-Za-z_]\w{0,30}\.){1,4}\w{1,30}|c|vec|vector|Vector|array|asarray|tensor|Tensor|FloatTensor|constant|matrix|Matrix|list|tuple|dot|inner|vdot|norm|cos|cosine|cosine_similarity)\s*(?=\(\s*(?:[[({]|(?:[A-Za-z_]\w{0,30}\.){0,4}[A-Za-z_]\w{0,30}\()|\(\s*[-+.\d√a-zA-Z(][^()]*[,;])/g;

/** What such a call is told besides: dtype=float32, device=cuda:0. */
const settings = /,\s*[a-z_]{2,30}\s*=\s*[\w.:]{1,40}(?=\s*[,)])/g;

/** A name given to a vector: a = (1, 2), b: 3,4, let x₁ = … */
const labels =
  /(?<![\p{L}\p{N}_=:.])(?:let\s+|where\s+)?\p{L}(?:_?\d{1,3}|[₀-₉]{1,3})?\s*(?::=|=|:)\s*(?=[[({<\d+\-.√])/gu;

/** Marks of a transposed vector: a column and a row are the same list here. */
const transposes = /(?<=[\])}>])\s*(?:\^\s*\{?\s*[Tt⊤]\s*\}?|ᵀ|⊤|\.T(?!\w))/g;

/** Fences and backticks of chat, in which code is quoted. */
const fences = /```(?:[a-z]{1,12}\n)?|`/g;

/** How many calls may stand around one another, as np.dot around np.array. */
const deepest = 3;

/** The lists themselves, without the code and the names around them; a named vector is set off by a bar. */
export const withoutWrappers = (text: string): string => {
  let bare = text.replace(fences, " ").replace(settings, "");
  for (let depth = 0; depth < deepest; depth += 1) bare = bare.replace(calls, "");
  return bare.replace(transposes, "").replace(labels, " | ");
};
