// Numbers written and rounded as the command line does: by the exact value, and halves to the even neighbor.

/**
 * A number with so many digits, as a text. Only multiples of a power of a half can lie exactly between two.
 * @param {number} value @param {number} digits
 */
export function fixed(value, digits) {
  const half = value * 10 ** digits;
  const isExact = Number.isInteger(value * 2 ** (digits + 1));
  if (isExact && Math.abs(half % 1) === 0.5) {
    const below = Math.floor(half);
    return ((below % 2 === 0 ? below : below + 1) / 10 ** digits).toFixed(digits);
  }
  return value.toFixed(digits);
}

/** @param {number} value @param {number} digits @returns {number} */
export function rounded(value, digits) {
  return Number(fixed(value, digits)) + 0;
}

/** `65%` @param {number} share */
export function percent(share) {
  return `${fixed(share * 100, 0)}%`;
}

/** `1,234` @param {number} number */
export function grouped(number) {
  return number.toLocaleString("en-US");
}
