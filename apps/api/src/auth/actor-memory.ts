import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@xiaohao/calendar';
import { SignInService, type SignedInPerson } from '@xiaohao/org';

/** A session is looked up again after this time even if nothing was announced. */
const rememberMs = 30_000;
const rememberAtMost = 5_000;

/**
 * Who stands behind a session, remembered briefly. Every change of people, posts, units or sessions is announced by
 * the database at commit (channel `people`) and empties the memory, so that rights are always today's.
 */
@Injectable()
export class ActorMemory {
  private readonly known = new Map<string, { person: SignedInPerson; day: string; until: number }>();
  private announced = 0;

  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async recall(token: string): Promise<SignedInPerson | null> {
    const day = this.clock.today();
    const kept = this.known.get(token);
    if (kept && kept.until > Date.now() && kept.day === day) return kept.person;
    const asked = this.announced;
    const person = await this.signIn.resume(token);
    if (person && asked === this.announced) {
      if (this.known.size >= rememberAtMost) this.known.clear();
      this.known.set(token, { person, day, until: Date.now() + rememberMs });
    }
    return person;
  }

  forgetAll(): void {
    this.announced += 1;
    this.known.clear();
  }
}
