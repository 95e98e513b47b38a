export { type QiyuesuoSimulator, type QiyuesuoSimulatorOptions, startQiyuesuoSimulator } from './simulator'
