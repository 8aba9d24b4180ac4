package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.core.agencies.Agencies.Client;
import org.zhijian.core.agencies.Agencies.Opened;

/** The systems of other agencies. */
public final class AgencyItems {
    private AgencyItems() {}

    /** A system's account and all that it may. */
    public record AgencyItem(
            String clientId, String name, @Told("是否可以登录") boolean active, List<AgencyGrantItem> grants) {
        public static AgencyItem of(Client client) {
            return new AgencyItem(
                    client.clientId(),
                    client.name(),
                    client.active(),
                    client.grants().stream().map(AgencyGrantItem::of).toList());
        }
    }

    /** Opens an account. */
    public record OpenCommand(@Told("接入标识：小写字母、数字和短横线，3 至 40 个") String clientId, String name) {}

    /** An account with its secret. */
    public record OpenedItem(String clientId, String name, @Maybe @Told("密钥，仅返回这一次；重复的请求中没有") String clientSecret) {
        public static OpenedItem of(Opened opened) {
            return new OpenedItem(
                    opened.client().clientId(),
                    opened.client().name(),
                    opened.secret().isBlank() ? null : opened.secret());
        }
    }
}
