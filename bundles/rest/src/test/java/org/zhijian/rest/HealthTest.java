package org.zhijian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhijian.core.modules.Installation.Check;
import org.zhijian.rest.RunningRest.Answer;

class HealthTest {
    @RegisterExtension
    static final RunningRest REST = new RunningRest();

    @Test
    void readyTellsEveryCheckAndIsDownIfOneIs() {
        Answer up = REST.send(REST.request("/health/ready"));
        assertThat(up.status()).isEqualTo(200);
        assertThat(up.json().get("status").textValue()).isEqualTo("UP");
        assertThat(up.json().at("/checks/0/title").textValue()).isEqualTo("数据库");

        REST.core.checks.add(new Check("modules", "模块", false, "示范市未运行"));
        Answer down = REST.send(REST.request("/health/ready"));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.header("Retry-After")).isNotBlank();
        assertThat(down.json().get("status").textValue()).isEqualTo("DOWN");
        assertThat(down.json().at("/checks/1/status").textValue()).isEqualTo("DOWN");
        assertThat(down.json().at("/checks/1/detail").textValue()).isEqualTo("示范市未运行");
        assertThat(REST.send(REST.request("/health/live")).status()).isEqualTo(200);
    }

    @Test
    void asLongAsTheCoreIsNotThereItIsAliveAndNotReady() {
        Answer ready = REST.send(REST.request("/starting/ready"));
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.json().at("/checks/0/name").textValue()).isEqualTo("core");
        assertThat(REST.send(REST.request("/starting/live"))
                        .json()
                        .get("status")
                        .textValue())
                .isEqualTo("UP");
    }
}
