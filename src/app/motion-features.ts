// framer-motion's features as a chunk of their own.
export { domAnimation } from 'framer-motion';
