package org.zhijian.core.modules;

import java.util.List;

/**
 * What depends on a module, before it is removed. Nothing of it is deleted: it stays readable, and decisions wait until the module is back.
 *
 * @param id id of the jurisdiction
 * @param title its Chinese title
 * @param cases its cases by state
 * @param tasks how many tasks wait
 * @param records its records by register
 */
public record Impact(String id, String title, List<Count> cases, long tasks, List<Count> records) {

    /** How many there are of something. */
    public record Count(String id, String title, long number) {}

    public Impact {
        cases = List.copyOf(cases);
        records = List.copyOf(records);
    }
}
