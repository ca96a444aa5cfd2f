"""Groups of synonyms about monitoring, in both languages.

They are general: none is specific to a single request or entry. A line begins with the name of the
group, followed by its words; continuation lines are indented. A term of several words is joined
with ``_``. Japanese words are found anywhere in a text and are not inflected; English words are
compared by their stems.
"""

GROUPS = """
alive       死活 生存 稼働 生きて 動いて 疎通 up alive liveness heartbeat reachable reachability
            生死 応答確認 ヘルスチェック health_check healthcheck keep_alive オンライン online
down        落ち ダウン 停止 止ま 応答しな 無応答 反応しな down dead stop outage unreachable
            unresponsive crash die オフライン offline hang hung freeze unavailable 利用不可
            使えなくな 見られなくな アクセスできな 応答がな 落っこち 立ち上がらな 起動しな went_down
            goes_down not_responding no_response
alert       アラート 警告 警報 発報 アラーム 鳴 alert alarm warn warning siren beep 発火 firing
            fired
notify      通知 知らせ 知りた 気づ 気付 連絡 教えて 検知 notify notification inform tell page
            notice detect 知らされ 知ら 伝え 呼び出 宛先 送り先 鳴らして recipient told alerted
            reach contact_point receiver notifier 気がつ 察知 let_know
cert        証明書 サーバ証明 certificate cert ssl tls x509 letsencrypt let_s_encrypt certbot
            サーバー証明
expire      期限 失効 切れ expire expiry expiration renew renewal
host        サーバ ホスト マシン インスタンス host server machine instance box vm node サーバー
            パソコン 端末 ノード vps 仮想マシン 仮想サーバ computer pc workstation
retire      退役 廃止 撤去 削除 消す 消し retire retirement decommission remove delete
undo        元に戻 復活 復元 取り消 やり直 undo restore revert bring_back recover
network     ネットワーク 通信 回線 nw network traffic bandwidth 帯域 回線速度 wan
            internet_connection インターネット回線
device      機器 ルータ スイッチ ファイアウォール プリンタ device router switch firewall printer
            equipment appliance ups ap アクセスポイント 拠点 店舗 支店 工場 複合機 カメラ nas vpn
            access_point branch store factory camera wlan wifi lan 端末 ハブ hub 無線lan iot
ping        ping icmp 到達 パケロス パケットロス packet_loss latency 遅延 line_drops
            connection_drops
port        ポート port tcp
url         url サイト ホームページ webページ ウェブサイト website site web_page page http https
            homepage ページ エンドポイント endpoint
outside     外形 外部から 外から external outside internet public synthetic probe
inside      社内 内部 イントラ 閉域 プライベート internal intranet private inside
slow        遅 重い 時間がかか レスポンスタイム 応答時間 slow latency response_time sluggish
            performance もたつ モタつ もっさり 鈍 重たい 重く 待たさ 待ち時間 レイテンシ 応答速度
            laggy delay slowness wait drag crawl speed 体感 スロー 重すぎ 遅すぎ response_times
            page_load takes_long too_long
disk        ディスク ストレージ ボリューム ファイルシステム disk volume storage filesystem
            file_system drive 容量 hdd hard_drive mount パーティション partition ssd
full        空き容量 いっぱい あふれ 枯渇 逼迫 full space run_out exhausted 詰ま 満杯 溢れ 食いつぶ
            食い潰 圧迫 残量 足りな 不足 使い切 fills ran_out free_space shortage フル 満タン
            パンパン 埋ま 残り少な 空き領域 nearly_full getting_full low_space free_up clean_up
forecast    予測 予想 見込み forecast predict prediction
cpu         cpu プロセッサ コア core processor load loadavg ロードアベレージ 負荷 使用率 張り付
            高負荷 ロードアベ cpus load_average busy utilization utilisation overloaded
memory      メモリ ヒープ memory heap ram swap リーク スワップ oom outofmemory out_of_memory leak
            メモリー heap_space
process     プロセス デーモン process daemon worker 常駐 systemd supervisor pid
log         ログ log logs logfile logging log_file ログファイル syslog
error       エラー 異常 失敗 こけ 障害 error failure fail fault exception fatal 例外 failing
            stack_trace stacktrace exceptions broken
file        ファイル file
backup      バックアップ 控え backup
batch       バッチ cron ジョブ 定期実行 batch job scheduled_task cronjob crontab スケジューラ
            タスクスケジューラ 定期処理 定時 nightly_job scheduled_job 日次処理 夜間処理 etl
database    データベース db mysql postgres postgresql ポスグレ mariadb sql database rdbms
replica     レプリ スレーブ replica replication standby_database lag
query       クエリ sql 問い合わせ query statement スロークエリ slow_query slow_queries 実行計画
            execution_plan explain_plan
mail        メール eメール mail email smtp postfix 迷惑メール inbox mailbox mail_server spam mails
            e_mail メールアドレス
phone       電話 架電 コール sms phone call voice ring 電話番号 携帯 スマホ cellphone mobile
            text_message 音声 電話連絡 自動音声 dial
chat        チャット slack teams chatwork チャットワーク スラック chat channel message discord
            ディスコード telegram mattermost google_chat lineworks msteams
ticket      チケット 課題管理 インシデント ticket incident
maintain    ダウンタイム メンテ 計画停止 作業中 保守 maintenance planned downtime window
            メンテナンス中 メンテ中 工事 maintenance_mode scheduled_maintenance patching
silence     黙ら 静か 抑止 抑制 止めた ミュート うるさい 鳴らさ silence mute suppress snooze quiet
            pause 抑え 停止した 鳴り止 鳴りや 鳴らな 黙って 無視 うるさく 煩 やかまし noise hush
            鳴ってほしくな 鳴って欲しくな 通知停止 通知オフ 止めておき disable_notifications
            stop_alerting
repeat      毎週 毎日 毎月 繰り返 定期的 recurring repeat every_week weekly 毎朝 毎晩 毎年 monthly
            yearly every_night
remind      再送 再通知 何度も 忘れ 継続 remind again resend renotify 繰り返し通知 再度通知 re_alert
            realert re_notify nag
spike       一瞬 瞬間 跳ね スパイク 一時的 spike blip short flap transient 瞬断 一瞬だけ momentary
consecutive 連続 回数 続い consecutive in_a_row attempts number_of_failures retries 何回 リトライ
            retry sustained
bundle      まとめ 集約 束ね 大量 同時 group bundle flood simultaneously at_once storm 一通 1通
            ひとつに 一つに one_alert only_one single_alert just_one まとまり 一括で 一つの通知
            digest consolidate combined deduplicate
team        チーム 部署 担当 グループ team teams department squad 部門 班 group_of_people division
split       分け 振り分 別々 ごと split separate different route each
member      メンバー ユーザー 利用者 人 従業員 退職 新人 member user people employee account 入社
            担当者 開発者 スタッフ 作業者 協力会社 外注 staff colleague contractor coworker
invite      招待 追加 招く invite add new
permission  権限 閲覧 許可 permission right authority privilege allowed role_based viewer 閲覧専用
            閲覧のみ 参照のみ 読み取り専用 アクセス権 read_only readonly view_only viewing rbac
            admin
login       ログイン サインイン 認証 パスワード login log_in sign_in sign_on authentication password
twofactor   二要素 2要素 二段階 2段階 多要素 mfa 2fa two_factor two_step multi_factor
sso         シングルサインオン sso saml idp アカウント連携 single_sign_on identity_provider okta
            azure_ad entra google_workspace ldap_login シングルサインイン
ipaddress   ip アドレス 送信元 接続元 address source range
allow       許可 ファイアウォール ホワイトリスト 制限 allow_access allow_only allow_list allowlist
            whitelist restrict restriction block
proxy       プロキシ 経由 proxy
agent       エージェント agent mackerel_agent
install     インストール 導入 入れ セットアップ install setup deploy_agent roll_out
config      設定 コンフィグ 構成 config configuration setting
ascode      git コード管理 構成管理 バージョン管理 レビュー iac infrastructure_as_code terraform
            ansible chef version_control review as_code gitops 宣言的 yaml declarative repository
            コードで 構成ファイル
dashboard   ダッシュボード 一覧画面 dashboard overview single_page webpage one_page one_screen
            single_screen screen 1画面 一画面 ひと目
graph       グラフ チャート 可視化 推移 graph chart plot visualise visualize widget ウィジェット
            パネル panel
period      期間 時間幅 表示範囲 過去 period time_range range timeframe 年 月 週 昨年 表示期間
retention   保存 保持 残し 残る いつまで 保管 retention keep kept history
number      数値 数字 値 件数 number value figure count
text        メモ 文章 手順 リンク 説明 memo note text link runbook procedure description instruction
annotation  印 アノテーション 注釈 記録 annotation mark marker
release     リリース デプロイ 反映 release deploy deployment rollout
share       共有 公開 埋め込 share public embed publish show snapshot スナップショット
aggregate   合計 平均 集計 割合 率 式 計算 sum average total aggregate expression formula ratio rate
            percentage
compare     比べ 比較 前年 去年 先週 compare comparison last_year 先月 前月 前週 前日 昨日と 先週と
            week_over_week day_over_day month_over_month year_over_year timeshift time_shift 重ね
            同じ時間 previous overlay versus
threshold   閾値 しきい 超え 上回 threshold exceed above over limit
metric      メトリック メトリクス 指標 metric measurement
custom      独自 自作 カスタム 固有 スクリプト custom own script homemade
service     業務 ビジネス 注文 売上 サービス business order sale service
missing     途切 届か 欠損 途絶 表示されな 表示されませ 出てこな 投稿されな 投稿されませ 来な
            入ってこな 反映されな missing gap absent no_data not_shown not_posted no_graph
            not_appear not_show_up no_longer 受信していな 来ていな 届いていな 実行されな 動かなかっ
            走らなかっ 未受信 未実行 dead_man keepalive not_received did_not_run never_ran
anomaly     異常検知 いつもと違 機械学習 普段 anomaly machine_learning unusual outlier
container   コンテナ docker ecs fargate タスク container task dockerfile docker_compose コンテナー
kubernetes  k8s kubernetes クバネティス pod eks gke
aws         aws アマゾン rds alb elb lambda ec2 cloudwatch amazon s3 load_balancer
azure       azure アジュール app_service
gcp         gcp google_cloud gce グーグルクラウド compute_engine cloud_sql app_engine gke
cost        料金 請求 費用 コスト 課金 billing bill cost charge price 予算 金額 高い 使いすぎ 無駄
            節約 月額 budget spend money invoice expensive cheaper waste save 利用料 従量 使用料
            overspend
autoscale   オートスケール スケールイン autoscaling auto_scaling scale_in 台数 増減 スケールアウト
            使い捨て 入れ替わ 自動で増え 自動で消え オートスケーリング scale scale_out ephemeral
            short_lived fleet
environment 検証 ステージング 開発環境 本番 staging test production
trace       トレース スパン 内訳 リクエスト trace tracing span request apm
issue       課題 バグ issue bug triage
otel        otel opentelemetry otlp promql オープンテレメトリ
ai          ai 人工知能 アシスタント assistant llm chatgpt claude
api         api 自動化 プログラム rest automate automation
cli         コマンド コマンドライン mkr command cli
plugin      プラグイン plugin
windows     windows ウィンドウズ
time        時計 時刻 ntp clock time_sync drift
snmp        snmp oid mib
trap        トラップ trap
access      アクセス アクセスログ 5xx 4xx ステータスコード access access_log status_code response
java        java jvm gc ガベージ garbage_collection
queue       キュー 溜ま 滞留 queue backlog mailq たまる たまっ 滞って 滞る 詰ま 積み上が 未処理
            待ち行列 渋滞 pile_up piling pending stuck waiting backed_up jam unprocessed
automatic   自動 自動復旧 再起動 auto automatic automatically action trigger restart
adjust      変え 変更 調整 change adjust configurable configure customise customize swap tune 切り替
            選べ 選び
interval    間隔 分おき 秒ごと 頻度 粒度 interval frequency seconds granularity resolution
cap         上限 増や 最大 以上 cap maximum more_than raise limit
beyond      もっと 細か 直接 後から あとから ほしい 欲しい instead_of rather_than longer native
            natively directly entire beyond
priority    重要度 レベル critical warning 深刻 severity level priority
scope       絞 対象 特定 limit scope only filter
falsealarm  誤検知 誤報 空振り false_alarm false_positive
schedule    予定 スケジュール 日程 schedule calendar
resolve     復旧 回復 解決 閉じ 直って resolve recover recovery close
initial     初期 デフォルト 既定 default initial_status initial_setting
connect     通信 接続 つなが 疎通 ファイアウォール connection connect firewall 繋が 繋ぐ つなげ
            つなぎ 届かな 切断 断線 途切れ 回線断 connectivity disconnect reach refused
identify    判別 識別 見分け 重複 複製 コピー identify identifier duplicate clone copy unique
            クローン イメージ ami テンプレ 同じ名前 二重 image template same_name twice doubled
tag         タグ ラベル tag label
list        一覧 リスト 台帳 棚卸 list inventory
many        多すぎ 多い 頻繁 大量 too_many so_many noisy flood often frequent frequently うるさい 煩
            鳴りっぱなし 鳴り続 何十 何百 狼少年 オオカミ少年 too_much tons_of drown fatigue
            constantly hundreds dozens 頻発 鳴りすぎ 嵐 通知過多 storm too_noisy
link        連携 連動 統合 integrate integration webhook payload json
reboot      再起動 リブート 再開 reboot restart
organize    整理 分類 まとめ 用途 グルーピング organise organize classify categorize
code        コード プログラム 開発 code developer application アプリ
event       イベント event
record      経緯 履歴 過去の 振り返 history record past
smoke       テスト 試し 動作確認 確かめ test try verify confirm dry_run
oncall      当番 オンコール 夜間 深夜 夜中 休日 週末 土日 時間外 当直 呼び出 輪番 シフト on_call
            oncall night weekend holiday rota rotation shift after_hours out_of_hours pager wake
            woken duty asleep overnight 手薄 夜間帯 nightly nighttime bedtime weekday off_hours
            営業時間 業務時間 勤務時間 平日 日中 昼間 オフタイム ビジネスタイム business_hours
            working_hours office_hours daytime
timeout     タイムアウト 時間切れ 応答待ち timeout time_out
throughput  スループット 処理量 処理件数 秒間 毎秒 rps qps tps throughput requests_per_second
            per_second volume
session     セッション コネクション 接続数 同時接続 接続プール 枠 つなぎっぱなし session connections
            connection_pool concurrent pool connection_count コネクション数
lock        ロック デッドロック 排他 ブロック lock deadlock blocking
usage       使用量 利用量 消費 枠 クォータ 課金対象 usage consumption quota used
mailflow    メールキュー 不達 届かないメール mail_queue undelivered bounce
power       電源 停電 ups 温度 ファン 湿度 室温 センサー 電力 power temperature fan humidity battery
            blackout sensor thermal センサ 気温 二酸化炭素 co2 raspberry_pi ラズパイ
forgot      忘れ うっかり 放置 漏れ 見落と 見逃 気づかな 気付かな forget forgot forgotten overlook
            miss unnoticed nobody_noticed
escalate    エスカレ 段階的 順番に 次の人 上長 call_tree escalate escalation next_person second_line
            一次 二次 第二 第2 応答がな 反応がな 一定時間 tier second_tier unanswered not_answered
            no_one_responds nobody_responds boss manager
available   稼働率 可用性 sla slo uptime availability 稼働実績 アップタイム uptime_percentage
            availability_rate
report      レポート 報告書 日報 週報 月報 サマリ report digest summary 月次報告 報告資料 帳票
            定期レポート monthly_report weekly_report 配信
topology    トポロジ 構成図 ネットワーク図 マップ topology topo map weathermap diagram
export      エクスポート 書き出し ダウンロード 出力 取り出 持ち出 アーカイブ 退避 export download
            dump archive csv pdf エクセル excel spreadsheet 吸い出 一括取得
mention     メンション mention at_mention
operator    操作者 操作ログ 操作履歴 操作記録 監査 証跡 audit last_login activity_log 変更履歴
            設定変更 誰が変更 誰がいつ who_changed change_history changelog audit_trail audit_log
closednet   閉じた 閉域 専用線 インターネットに出 外に出られな air_gapped isolated private_link
            vpc_endpoint
gpu         gpu グラフィックボード nvidia cuda
subscribe   購読 subscribe subscriber subscription 退会 配信停止
ack         確認済 応答済 対応中 ack acknowledge acknowledgement acknowledgment 確認しました 対応済
            既読 acked 応答済み 担当します 認知済 認識済
diskhealth  故障予兆 smart s_m_a_r_t hdd ssd nvme raid
statuspage  ステータスページ status_page statuspage 障害情報 稼働状況ページ status_board 障害告知
            公開ページ
bulk        一括 bulk mass multi_select select_all
throttle    スロットリング 間引 throttle throttling rate_limit
dependency  依存 親子 上位 連鎖 parent child dependency depend upstream cascade 配下 先にある 道連れ
            芋づる 波及 ぶら下が downstream behind children inhibit
talker      占有 帯域を使 どの端末 誰が使って 通信相手 netflow sflow ipfix bandwidth_hog top_talkers
            who_is_using
scenario    シナリオ 画面遷移 ページ遷移 一連の操作 ブラウザ操作 購入 決済 selenium playwright
            puppeteer headless end_to_end e2e user_journey user_flow multi_step transaction checkout
domain      ドメイン whois レジストラ domain domain_name registrar
tamper      改ざん 書き換え 書き換わ content_change page_change site_changes page_changes defacement
region      複数拠点 複数の場所 複数地点 別の地域 海外 国外 locations several_locations
            multiple_locations regions probe_location overseas
"""
