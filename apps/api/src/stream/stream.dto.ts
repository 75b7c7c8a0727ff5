import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class StreamQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() ticketId?: string;
}
