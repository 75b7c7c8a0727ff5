import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { FirstUseService } from './first-use.service.js';
import { PeopleService } from './people.service.js';
import { SignInService } from './sign-in.service.js';
import { UnitsService } from './units.service.js';

const services = [SignInService, AccountsService, FirstUseService, PeopleService, UnitsService];

@Global()
@Module({ providers: services, exports: services })
export class OrgModule {}
