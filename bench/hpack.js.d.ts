// npm hpack.js has no types of its own.
declare module 'hpack.js' {
  const hpack: import('./hpack').HpackJs;
  export default hpack;
}
