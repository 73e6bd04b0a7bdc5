// framer-motion's features as a chunk of their own: only what follows values, no gestures.
export { domMin } from 'framer-motion';
