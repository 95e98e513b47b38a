export { type EssSimulator, startEssSimulator } from './simulator'
