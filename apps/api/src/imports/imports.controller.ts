import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ImportPages, ImportService, ledgerLimitBytes } from '@xiaohao/ledgers';
import type { Actor } from '@xiaohao/org';
import { asFile, workbookType } from '../download.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { checkFields, readFileForm } from './file-form.js';
import { ImportCommitDto, ImportEditDto, ImportStartDto } from './import-input.dto.js';
import {
  ImportPatchQueryDto,
  ImportQueryDto,
  ImportRowsQueryDto,
  ImportStepQueryDto,
  SheetQueryDto,
} from './import-query.dto.js';
import { ImportRowsDto, SheetDigestDto, UnknownUnitDto } from './import-pages.dto.js';
import { EditedImportDto, ImportDto, ImportSummaryDto, StartedImportDto } from './import-view.dto.js';
import { ImportId } from './import-id.pipe.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    @Inject(ImportService) private readonly imports: ImportService,
    @Inject(ImportPages) private readonly pages: ImportPages,
  ) {}

  @Allow('import.run')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        kind: { type: 'string' },
        year: { type: 'integer' },
        baseDate: { type: 'string', format: 'date' },
        sourceName: { type: 'string' },
      },
    },
  })
  @ApiCreatedResponse({ type: StartedImportDto })
  async start(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<StartedImportDto> {
    const { file, fields } = await readFileForm(request, ledgerLimitBytes);
    return this.imports.start(actor, file, await checkFields(ImportStartDto, fields));
  }

  @Allow('import.run')
  @Get()
  @ApiOkResponse({ type: [ImportSummaryDto] })
  list(@CurrentActor() actor: Actor) {
    return this.imports.list(actor);
  }

  @Allow('import.run')
  @Get(':id')
  @ApiOkResponse({ type: ImportDto })
  get(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string, @Query() { rows }: ImportQueryDto) {
    return this.shown(actor, id, rows);
  }

  /** Rows of one sheet, page by page. */
  @Allow('import.run')
  @Get(':id/rows')
  @ApiOkResponse({ type: ImportRowsDto })
  rows(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string, @Query() asked: ImportRowsQueryDto) {
    const { sheet, decision = null, from, limit } = asked;
    return this.pages.rows(actor, id, { sheet, decision, from, limit });
  }

  /** Names of the file no unit answers to, with whom they may mean. */
  @Allow('import.run')
  @Get(':id/unknown-units')
  @ApiOkResponse({ type: [UnknownUnitDto] })
  unknownUnits(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string) {
    return this.pages.unknownUnits(actor, id);
  }

  /** What is to be said of one sheet, without its rows. */
  @Allow('import.run')
  @Get(':id/digest')
  @ApiOkResponse({ type: SheetDigestDto })
  digest(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string, @Query() asked: SheetQueryDto) {
    return this.pages.digest(actor, id, asked.sheet, asked.decision ?? null);
  }

  /** The uploaded workbook with a fill and a comment on each cell to be put right. */
  @Allow('import.run')
  @Get(':id/errors.xlsx')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async errors(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string, @Res() reply: FastifyReply) {
    const { name, stream } = await this.imports.markedFile(actor, id);
    await reply
      .header('content-type', workbookType)
      .header('content-disposition', `attachment; filename="errors.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'no-store')
      .send(stream);
  }

  /** The file as it was uploaded; always saved, never shown. */
  @Allow('import.run')
  @Get(':id/file')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ImportId) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, stream } = await this.imports.openFile(actor, id);
    await asFile(reply, name, 'application/octet-stream').header('cache-control', 'no-store').send(stream);
  }

  @Allow('import.run')
  @Patch(':id')
  @ApiOkResponse({ type: EditedImportDto })
  patch(
    @CurrentActor() actor: Actor,
    @Param('id', ImportId) id: string,
    @Query() { changed }: ImportPatchQueryDto,
    @Body() { version, ...edit }: ImportEditDto,
  ) {
    return this.imports.patch(actor, id, version, edit, { changedOnly: changed === 'true' });
  }

  @Allow('import.run')
  @Post(':id/commit')
  @ApiOkResponse({ type: ImportDto })
  @HttpCode(200)
  async commit(
    @CurrentActor() actor: Actor,
    @Param('id', ImportId) id: string,
    @Query() { rows }: ImportStepQueryDto,
    @Body() seen: ImportCommitDto,
  ) {
    await this.imports.commit(actor, id, seen.version ?? null);
    return this.shown(actor, id, rows);
  }

  /** Gives up the reading or storing that is under way. */
  @Allow('import.run')
  @Post(':id/cancel')
  @ApiOkResponse({ type: ImportDto })
  @HttpCode(200)
  async cancel(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string, @Query() { rows }: ImportQueryDto) {
    await this.imports.cancel(actor, id);
    return this.shown(actor, id, rows);
  }

  @Allow('import.run')
  @Post(':id/undo')
  @ApiOkResponse({ type: ImportDto })
  @HttpCode(200)
  async undo(@CurrentActor() actor: Actor, @Param('id', ImportId) id: string, @Query() { rows }: ImportStepQueryDto) {
    await this.imports.undo(actor, id);
    return this.shown(actor, id, rows);
  }

  private shown(actor: Actor, id: string, rows: ImportQueryDto['rows']) {
    return rows === 'outline' ? this.pages.outline(actor, id) : this.imports.get(actor, id);
  }
}
