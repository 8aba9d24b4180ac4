package org.zhijian.core.internal.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** CSV in UTF-8, with or without a byte order mark, or in GB18030, as Chinese spreadsheets write it. */
final class CsvSheet {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MARK = 0xFEFF;

    private CsvSheet() {}

    static void read(Path file, Sheet.Rows rows) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
        try (Reader reader = open(file, charset);
                CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(reader)) {
            for (CsvRecord found : records) {
                int number = Math.toIntExact(found.getStartingLineNumber());
                if (found.getFieldCount() > Sheet.MOST_COLUMNS) {
                    throw Sheet.refused("第" + number + "行超过" + Sheet.MOST_COLUMNS + "列");
                }
                List<String> cells = new ArrayList<>();
                found.getFields().forEach(field -> cells.add(Sheet.cell(number, withoutMark(field))));
                rows.row(number, cells);
            }
        } catch (CsvParseException broken) {
            throw Sheet.refused("文件不是正确的 csv 格式");
        }
    }

    private static String withoutMark(String field) {
        return !field.isEmpty() && field.charAt(0) == MARK ? field.substring(1) : field;
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    /** True if all of the file is UTF-8: other encodings of Chinese text hardly ever are. */
    private static boolean isUtf8(Path file) throws IOException {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
