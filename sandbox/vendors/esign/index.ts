export { startEsignSimulator } from './simulator'
