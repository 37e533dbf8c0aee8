// Probability functions the product rests on, written out so that every figure can be recomputed from this file alone.

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7; relative error below 1e-13). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  const series = lanczos.reduce(
    (sum, coefficient, index) => (index === 0 ? coefficient : sum + coefficient / (shifted + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** Continued fraction of the incomplete beta function (modified Lentz). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guarded = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let step = 1; step <= 10_000; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return fraction;
}

/** Regularized incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1 and a, b > 0; between 0 and 1. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Two-sided p value of Student's t with df > 0 degrees of freedom; between 0 and 1. */
export function studentTwoSidedP(t: number, df: number): number {
  const squared = t * t;
  // For small t the complement keeps all digits; both forms are the same function.
  return squared < df
    ? 1 - incompleteBeta(squared / (df + squared), 0.5, df / 2)
    : incompleteBeta(df / (df + squared), df / 2, 0.5);
}

/** Quantile of Student's t: the value below which a share p (0 < p < 1) lies, for df > 0 degrees of freedom. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1) || !(df > 0)) throw new RangeError("p must lie between 0 and 1, df above 0");
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, df);
  const tail = 2 * (1 - p);
  let high = 2;
  while (studentTwoSidedP(high, df) > tail) high *= 2;
  let low = 0;
  let guess = Math.min(high, normalQuantile(p));
  // Newton's step where it stays inside the bracket, halving where it does not.
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step += 1) {
    const difference = studentTwoSidedP(guess, df) - tail;
    if (difference > 0) low = guess;
    else high = guess;
    const next = guess + difference / (2 * studentDensity(guess, df));
    if (Math.abs(next - guess) < 1e-13 * guess) return next;
    guess = next > low && next < high ? next : (low + high) / 2;
  }
  return guess;
}

/** Density of Student's t with df > 0 degrees of freedom. */
const studentDensity = (t: number, df: number): number =>
  Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) /
  Math.sqrt(df * Math.PI);

const ratio = (x: number, numerator: readonly number[], denominator: readonly number[]): number => {
  const polynomial = (coefficients: readonly number[]): number =>
    coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  return polynomial(numerator) / polynomial(denominator);
};

/** Quantile of the standard normal distribution for 0 < p < 1 (Acklam's rational approximation, relative error below 1.2e-9). */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError("p must lie between 0 and 1");
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    return ratio(
      Math.sqrt(-2 * Math.log(p)),
      [
        -7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
        2.938163982698783,
      ],
      [7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
    );
  }
  const q = p - 0.5;
  return (
    q *
    ratio(
      q * q,
      [
        -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
        2.506628277459239,
      ],
      [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
    )
  );
}
