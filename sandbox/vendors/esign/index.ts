export { type EsignSimulator, type EsignSimulatorOptions, startEsignSimulator } from './simulator'
