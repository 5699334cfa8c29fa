/** A platform has let go of this process for good: to connect again would not help. */
export class PlatformEnded extends Error {
  /** Whether the configuration is at fault, so that whoever supervises the process need not start it again. */
  readonly isConfiguration: boolean;

  /** `sentence`: why, and what mends it, for whoever runs the tutor. */
  constructor(sentence: string, isConfiguration: boolean) {
    super(sentence);
    this.isConfiguration = isConfiguration;
  }
}
