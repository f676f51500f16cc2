/** A name for a fact, made where the fact was seen (UUIDv7): time in front, the rest by chance. @param {number} [ms] */
export function uuid(ms = Date.now()) {
  const b = crypto.getRandomValues(new Uint8Array(16))
  new DataView(b.buffer).setUint32(0, Math.floor(ms / 0x10000))
  new DataView(b.buffer).setUint16(4, ms % 0x10000)
  b[6] = (b[6] & 0x0f) | 0x70
  b[8] = (b[8] & 0x3f) | 0x80
  const hex = Array.from(b, x => x.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
