// Octets of a capture file: little-endian, as most machines write them.

/** Collects runs of octets and joins them at the end. */
export class FileWriter {
  private readonly parts: Uint8Array[] = [];
  private used = 0;

  uint16(value: number): void {
    this.bytes(Uint8Array.of(value, value >>> 8));
  }

  uint32(value: number): void {
    this.bytes(Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24));
  }

  bytes(bytes: Uint8Array): void {
    this.parts.push(bytes);
    this.used += bytes.length;
  }

  /** Zeros up to the next multiple of four octets. */
  align(): void {
    this.bytes(new Uint8Array(-this.used & 3));
  }

  finish(): Uint8Array<ArrayBuffer> {
    const file = new Uint8Array(this.used);
    let at = 0;
    for (const part of this.parts) {
      file.set(part, at);
      at += part.length;
    }
    return file;
  }
}
