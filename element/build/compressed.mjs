import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export function brotliSize(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

export function gzipSize(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}
