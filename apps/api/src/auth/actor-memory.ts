import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@xiaohao/calendar';
import { CredentialsService, type LetInPerson } from '@xiaohao/org';

/** A credential is looked up again after this time even if nothing was announced. */
const rememberMs = 30_000;
const rememberAtMost = 5_000;

/**
 * Who stands behind a session or a token, remembered briefly. Every change of people, posts, units, sessions or tokens
 * is announced by the database at commit (channel `people`) and empties the memory, so that rights are always today's.
 */
@Injectable()
export class ActorMemory {
  private readonly known = new Map<string, { person: LetInPerson; day: string; until: number }>();
  private announced = 0;

  constructor(
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async recall(credential: string): Promise<LetInPerson | null> {
    const day = this.clock.today();
    const kept = this.known.get(credential);
    if (kept && kept.until > Date.now() && kept.day === day) return kept.person;
    const asked = this.announced;
    const person = await this.credentials.resume(credential);
    if (person && asked === this.announced) {
      if (this.known.size >= rememberAtMost) this.known.clear();
      this.known.set(credential, { person, day, until: Date.now() + rememberMs });
    }
    return person;
  }

  forgetAll(): void {
    this.announced += 1;
    this.known.clear();
  }
}
