import { Global, Module } from '@nestjs/common';
import { AccountsService } from './accounts.service.js';
import { SignInService } from './sign-in.service.js';

@Global()
@Module({ providers: [SignInService, AccountsService], exports: [SignInService, AccountsService] })
export class OrgModule {}
