import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import { peopleSheetWords } from '@xiaohao/messages';
import { peopleFileLimitBytes, PeopleImportService, type Actor } from '@xiaohao/org';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { AddedPeopleDto, PeopleCommitDto, PeoplePreviewDto } from './people-import.dto.js';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Many accounts from one workbook. */
@ApiTags('people')
@Controller('people/import')
export class PeopleImportController {
  constructor(
    @Inject(PeopleImportService) private readonly imports: PeopleImportService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @Allow('people.edit')
  @Get('template.xlsx')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(@Res() reply: FastifyReply): Promise<void> {
    const name = encodeURIComponent(peopleSheetWords.file[0]);
    await reply
      .header('content-type', workbookType)
      .header('content-disposition', `attachment; filename="people.xlsx"; filename*=UTF-8''${name}`)
      .header('cache-control', 'no-store')
      .send(await this.imports.template());
  }

  /** Reads and judges; stores nothing. */
  @Allow('people.edit')
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ type: PeoplePreviewDto })
  async preview(@Req() request: FastifyRequest): Promise<PeoplePreviewDto> {
    if (!request.isMultipart()) throw new AppError('fileMissing');
    const part = await request.file({ limits: { fileSize: peopleFileLimitBytes, files: 1, fields: 5 } });
    if (!part?.filename) throw new AppError('fileMissing');
    return this.imports.preview({ name: part.filename, content: await part.toBuffer() });
  }

  @Allow('people.edit')
  @Post('commit')
  @HttpCode(200)
  @ApiOkResponse({ type: AddedPeopleDto })
  async commit(
    @CurrentActor() actor: Actor,
    @Body() { rows }: PeopleCommitDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AddedPeopleDto> {
    const { people, workbook } = await this.imports.commit(actor, rows);
    this.memory.forgetAll();
    void reply.header('cache-control', 'no-store');
    return { people, workbook: workbook.toString('base64') };
  }
}
