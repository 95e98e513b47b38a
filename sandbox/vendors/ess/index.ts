export { type EssSimulator, type EssSimulatorOptions, startEssSimulator } from './simulator'
