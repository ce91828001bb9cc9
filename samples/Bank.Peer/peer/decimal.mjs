// coerce.Decimal: (high * 2^64 + low) / 10^scale, with the sign in the lowest bit of sign_scale and the scale above it.
// A number of JavaScript has 53 bits and no decimal places, so an amount is text here, and a BigInt in between.

const LARGEST = 2n ** 96n - 1n;
const MOST_PLACES = 28;

export function toDecimal(text) {
  const [, sign, whole, places = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? fail(text);
  const digits = BigInt(whole + places);
  if (digits > LARGEST || places.length > MOST_PLACES) fail(text);

  return {
    low: BigInt.asUintN(64, digits).toString(),
    high: Number(digits >> 64n),
    signScale: places.length * 2 + (sign ? 1 : 0),
  };
}

export function fromDecimal({ low, high, signScale }) {
  const places = signScale >> 1;
  const digits = ((BigInt(high) << 64n) + BigInt(low)).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return (signScale & 1 ? "-" : "") + (places === 0 ? whole : `${whole}.${digits.slice(-places)}`);
}

function fail(text) {
  throw new RangeError(`${text} is not a decimal of at most 96 bits and ${MOST_PLACES} places`);
}
