/** A value the surrounding code has made sure of, which its type cannot tell. */
export function certain<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('a planned value is missing: a bug of subflow');
  return value;
}
