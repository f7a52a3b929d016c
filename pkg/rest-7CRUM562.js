/*! smart-footprint 0.1.0, MIT licence */
import"./chunk-XUM2T25H.js";var e={words:{"element-all":"全部","element-ascending":"升序","element-back":"返回","element-close-table":"关闭表格","element-copied":"已复制。","element-copy-by-hand":"本页面不能使用剪贴板。文字已选中，请从这里复制。","element-copy-citation":"复制引用","element-copy-code":"复制嵌入代码","element-count-of":"{count}/{all}","element-descending":"降序","element-download-refused":"框架外的页面不允许下载。","element-end":"终点","element-filters":"筛选","element-filters-active":"筛选（{count}）","element-full-screen":"全屏","element-key-end":"End","element-key-enter":"回车","element-key-escape":"Esc","element-key-home":"Home","element-key-page-down":"Page Down","element-key-page-up":"Page Up","element-key-space":"空格","element-key-tab":"Tab","element-keys":"按键","element-keys-ends":"第一个标记、最后一个标记","element-keys-escape":"关闭卡片；再按一次取消选择","element-keys-extremes":"同一系列中最小、最大的数字","element-keys-help":"本列表","element-keys-hint":"用方向键在标记之间移动；按问号键列出所有按键。","element-keys-leave":"离开图表","element-keys-pages":"后退十个标记、前进十个标记","element-keys-rows":"上一行、下一行中最近的标记","element-keys-select":"选择标记所指的内容，再按一次取消","element-keys-walk":"上一个标记、下一个标记","element-leave-full-screen":"退出全屏","element-line-name":"{name}：","element-not-saved":"未能生成。","element-only-kinds":"事件","element-only-qualifiers":"数字","element-only-sources":"来源","element-pause":"暂停","element-place":"数字所属地方","element-play":"播放","element-reading-order":"按图中顺序。","element-released":"已取消选择。","element-reset":"重置筛选","element-save":"保存","element-save-csv":"CSV数据","element-save-json":"JSON设置","element-save-png":"PNG图片","element-save-svg":"SVG图片","element-saved":"已保存为{name}。","element-saved-perhaps":"已保存为{name}。若未收到文件，则是框架外的页面不允许下载。","element-selected":"已选：{title}。详见下方证据。","element-sentence":"{text}。","element-sorted":"已按{column}{order}排列。","element-start":"起点","element-table":"表格","element-table-of":"图中事实表","element-unknown-row":"数据集中没有名为“{ref}”的条目。","element-view":"视图","element-whole-time":"全部日期"},text:`
据上下文
编者推断
以发布时为准
来源明示

增长
车型阵容
市场
销量
截至\0。
数据许可：\0。
\0：。







基于
矛盾各方
矛盾
计数对象
事件
事件
数字
车型
概念车
特别版
老车型
展车
衍生款
其中已列名的
因所选来源或发布日期，有\0条未列入。
因所选来源或发布日期，有\0条未列入。
合作方
品牌大使|艺术家|奖项|品牌|俱乐部|公司|基金会|投资方|其他|人士|评级|代理方|股东
出处
地方
城市
大洲
国家或地区
区域
全球
所辖地方
周年|到场人数|车身形式|覆盖范围|特点|首创|口号|名称|角色|服务|战略
发布
复述
同一数字的其他时间
说法
类别
推广文章：由品牌付费
申报文件
品牌自己的新闻中心
其他
媒体
统计资料
文章
说法
相关说法
所指
本条
同一句中
网址
概念车、版本和展车
位于












另有提及
\0（）
矛盾
事实
日期为推断
口径
我们的计算：总数减去截至该日已列名的市场。
备注
来源只列出了其中一部分。
计入
合作方
\0；
时期
\0。第个，共个。
又作
来源
状态
原文用词
数字














































































































约数：接近此数
下限：不少于此数
上限：不多于此数
照原文
上限：少于此数
下限：多于此数
约数：略少于此数












































品牌自称
探讨中
计划中
已报道
\0。。
有矛盾的：\0个
照原文的数字：\0个
日期为推断：\0个
下限：\0个
标记：\0个
计划中：\0个
各代表多个数字：\0
约数：\0个
上限：\0个
图中事实：\0条。
图中事实：\0条。截至。
依据
矛盾
我们的计算
品牌进入|上市|车型登陆|交付|首发|展示活动|试驾|营销活动|合作|奖项|评级|认证|融资|软件|创立
事实
起
此处未列出：另有\0条。
精度
日|月|半年|年|年代|时段
限定
条目
备注
止
单位









\0日
数字
最高
合画为一处的\0个数字中的最高
\0 （UTC）
最低
合画为一处的\0个数字中的最低
\0个数字，至：最低，最高
\0个数字，：最低，最高
\0个，合画为一处；缩短所示日期即可分开。
\0（UTC）







metrics	definition	markets	品牌开展业务的国家和地区。	markets-entered	品牌或所列车型在该时期内新进入的市场。	outlets	品牌销售或维修车辆的场所，不论原文用什么名称。	cities	销售网络覆盖的城市。	continents	至少有一个市场的大洲。	deliveries	自首款产品上市以来交付的车辆。	sales-growth	销量与此前同样长的时期相比的变化。	sales-rank	在销量榜上的位次；是哪一份榜，见口径。	models	车型阵容中的车型，按原文的计法。	range	车辆在口径所列的测试工况下行驶的距离。	rollout-duration	车型进入所计市场用去的时间。	software-updates	以OTA方式向车辆推送的更新。	investment	所列合作方投入的资金。	valuation-pre-money	一轮融资的资金到位之前公司的价值。
observations	where	markets-2024-01-19	标题、第二条要点和导语	markets-2025-h1	首段；CMO的一段引语	markets-2025-h1-rounded	文末品牌介绍段	markets-2025	网络一节	markets-2026-h1	第一条要点、信息图、图注和合作伙伴一节	markets-2026-h1-rounded	文末品牌介绍段	markets-entered-1-europe-2023	全球布局一节	markets-entered-2025-h1	开篇语和首段	markets-entered-2025	网络一节	markets-entered-5-2026-h1	合作伙伴一节	outlets-cn-2024-01-19	第六条要点	outlets-2025-h1	首段	outlets-2025	网络一节	outlets-2026-h1	第一条要点和合作伙伴一节	cities-cn-2024-01-19	第六条要点	cities-2026-h1	合作伙伴一节	continents-2026-h1	信息图和合作伙伴一节	deliveries-2024-01-19	标题、第三条要点和导语	sales-growth-2026-h1	标题、第一条要点、导语和信息图	sales-growth-fi-2026-h1	导语	sales-growth-hk-2026-h1	导语	sales-growth-se-2026-h1	导语	sales-growth-de-2026-h1	导语	sales-rank-cn-2023	第三条要点和导语	sales-rank-5-hk-2025	关于中国香港的段落	models-2024-01-19	文末品牌介绍各段	models-before-2026	第三条要点和产品组合一节	models-2026-h1	第三条要点和产品组合一节	range-6-ehd-2026	产品组合一节	rollout-duration-1-europe-2023	全球布局一节	software-updates-cn-2024-01-19	技术一节	investment-tianqi-lithium	资本市场一节	valuation-pre-money-series-a	第七条要点、导语和资本市场一节
observations	note	markets-2026-h1	同一篇文章也称之为“市场”和“全球市场”。	markets-entered-1-europe-2023	其后列出十个国家，说明该车在这些国家反响良好；它们就是这十个市场，是我们的解读。	markets-entered-2025-h1	七个市场均未列出名称。	markets-entered-5-2026-h1	对该车型而言是新市场；对品牌而言是否为新市场，原文未说明。列出名称的有五个。	deliveries-2024-01-19	自首款产品上市起计算，原文未说明上市日期。	sales-rank-cn-2023	原文称品牌领先，未给出数字，也未说明以什么衡量。	sales-rank-5-hk-2025	未说明是哪个月；2025年是由旁边提到的奖项推断的。	models-before-2026	2026年扩充前的车型阵容；始于何时，原文未说明。	models-2026-h1	原文说成已经完成，并把尚未推出的#2计算在内。	rollout-duration-1-europe-2023	起止月份均未说明。	software-updates-cn-2024-01-19	未说明是哪些月份。
events	where	founding-brand-2023-results	文末品牌介绍各段	founding-company-2023-results	文末品牌介绍各段	launch-1	文末品牌介绍各段	deliveries-cn-2024	文末品牌介绍各段	deliveries-europe-2024	文末品牌介绍各段	rollout-1-de-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-fr-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-es-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-ch-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-it-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-nl-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-at-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-gb-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-no-2023	说出十个这一数目之后，列举该车反响良好之地的名单	rollout-1-is-2023	说出十个这一数目之后，列举该车反响良好之地的名单	test-drive-1-hk-2023	全球布局一节	collaboration-proton-2023	全球布局一节	launch-3-cn-2023	产品一节和文末品牌介绍各段	premiere-3-munich-2023	产品一节	roadshow-3-amsterdam-2023	产品一节	roadshow-3-brussels-2023	产品一节	roadshow-3-paris-2023	产品一节	roadshow-3-rome-2023	产品一节	roadshow-3-barcelona-2023	产品一节	roadshow-3-lisbon-2023	产品一节	test-drive-3-mallorca-2023	产品一节	software-adas-strategy-2023	技术一节和图注	software-pilot-assist-2	技术一节	software-pilot-assist-3	技术一节	rating-c-ncap-2023	第四条要点和导语	rating-euro-ncap-2023	第四条要点和导语	award-c-ahi-2023	第四条要点和导语	award-red-dot	第四条要点和导语	award-if-design	第四条要点和导语	award-golden-steering-wheel	第四条要点和导语	certificate-1-battery	关于可持续发展的段落	certificate-1-vehicle	关于可持续发展的段落	smart-times-2023-cn	周年一节	smart-times-2023-europe	周年一节	ambassador-henry-lau-2023	周年一节和图注	funding-series-a	第七条要点、导语、资本市场一节和签约图注	founding-brand-2025-h1-review	文末品牌介绍各段	founding-joint-venture-mercedes-benz-2025-h1-review	文末品牌介绍各段	founding-joint-venture-geely-2025-h1-review	文末品牌介绍各段	campaign-open-your-mind-2025	开篇语第三行和共创一节	collaboration-brabus-2025-h1	开篇语第三行和CMO引语	collaboration-sennheiser-2025-h1	开篇语第三行和CMO引语	collaboration-trek-2025-h1	开篇语第三行和CMO引语	collaboration-keith-haring-2025-h1	开篇语第三行和共创一节	collaboration-disney-2025-h1	开篇语第三行和共创一节	collaboration-peets-coffee-2025-h1	开篇语第三行和共创一节	collaboration-disney-2014	共创一节	premiere-3-keith-haring-art-car	共创一节	launch-3-keith-haring-art-car-plan	共创一节	software-nsp-5-cn-2025	技术一节	software-ai-5-2025	技术一节	rollout-5-2025-h1	技术一节	premiere-5-brabus-milan	技术一节	launch-5-brabus-europe	技术一节	launch-5-brabus-hk	技术一节	premiere-5-brabus-my	技术一节	entry-hk-2025	关于中国香港的段落	deliveries-5-hk-2025	关于中国香港的段落	award-up-car-5-2025	关于中国香港的段落	collaboration-trek-advertorial	品牌一节	collaboration-heimplanet-advertorial	品牌一节	collaboration-fc-st-pauli-advertorial	品牌一节	premiere-2-2026	产品一节	founding-brand-2026-h1-results	文末品牌介绍各段	founding-joint-venture-mercedes-benz-2026-h1-results	文末品牌介绍各段	founding-joint-venture-geely-2026-h1-results	文末品牌介绍各段	rollout-5-hk-2025	合作伙伴一节	rollout-5-sg-2025	合作伙伴一节	rollout-5-my-2025	合作伙伴一节	rollout-5-ma-2025	合作伙伴一节	entry-cr-2026-h1	合作伙伴一节	entry-ar-2026-h1	合作伙伴一节	rollout-5-nz-2026-h1	合作伙伴一节	rollout-5-cl-2026-h1	合作伙伴一节	rollout-5-co-2026-h1	合作伙伴一节	rollout-5-ae-2026-h1	合作伙伴一节	rollout-5-eg-2026-h1	合作伙伴一节	campaign-change-of-perspectives-2026	第二条要点和品牌一节	smart-times-2026	品牌一节	collaboration-keith-haring-2026	品牌一节	collaboration-trek-100-2026	品牌一节	collaboration-jessie-j-2026	品牌一节和图注	global-brand-event-2026	品牌一节	premiere-concept-2	产品组合一节和图注	premiere-concept-2-rome	产品组合一节	show-2-paris-2026	第三条要点和产品组合一节	launch-2-2026	文末品牌介绍各段	launch-6-ehd-cn-2026	第三条要点、产品组合一节和图注	launch-3-keith-haring-edition	产品组合一节和图注	software-cabin-updates-2026	服务一节
statements	text	role-tong-xiangbei-2024	公司负责人。	role-mandy-zhang-2024	营销负责人。	name-smart-automobile	新闻稿对公司的称呼。	name-smart-mobility	图注对签约公司的称呼。	coverage-cn-2024	品牌在此开展业务。	coverage-europe-2024	品牌在此开展业务。	coverage-middle-east-2024	品牌在此开展业务。	coverage-southeast-asia-2024	品牌在此开展业务。	coverage-south-asia-2024	品牌在此开展业务。	partners-middle-east-2023	已在多地找到合作伙伴，为上市做准备。	partners-south-asia-2023	已在多地找到合作伙伴，为上市做准备。	production-southeast-asia-2023	探讨海外产能。	strategy-aims-2023	2023年的主要目标已实现。	strategy-dual-home-2024	中国和欧洲同为主场。	strategy-new-model-each-year	2022年至2025年，每年一款新车型。	strategy-agency-2024	通过代理商直接向客户销售。	strategy-renewal-2024	车型、品牌和经营方式均为全新；车型全部为电动。	motto-2024	2024年的口号，涵盖品牌、产品、技术、服务和运营。	anniversary-2023	品牌迎来25周年。	attendance-smart-times-2023	数万名车迷亲临smart times现场。	strategy-charging-cn-2024	探讨自建充电网络。	feature-charging-shanghai	品牌首座800伏快充站已开放。	strategy-lifestyle-cn-2023	与健身和餐饮品牌合作，未列出名称。	service-smartcare-2023	新的客户服务品牌启动。	service-smartidea-2023	一个生活方式品牌在寻求合作。	first-carbon-accounting	率先对汽车全生命周期做碳核算。	feature-amd-v2000	其V2000芯片将用于下一代座舱。	first-amd-v2000	将成为首个采用V2000芯片的新能源汽车品牌。	body-1-2024	纯电动SUV。	body-3-2024	纯电动SUV。	role-own-development-2024	由品牌自己的团队主导研发。	role-mercedes-benz-2024	主管整车设计。	role-tong-xiangbei-2025	公司负责人。	role-mandy-zhang-2025	营销负责人。	coverage-mena-2025-h1	新进入的七个市场中，有一部分位于此地。	coverage-latin-america-2025-h1	新进入的七个市场中，有一部分位于此地。	motto-2025	2025年的口号。	strategy-dual-home-2025	中国和欧洲同为主场。	strategy-five-years-2025	经全面更新，第一个五年的目标已实现。	strategy-plan-2025	数月内将展示更多技术和产品。	claim-open-your-mind-2025	品牌主张，贯穿其营销活动。	strategy-campaign-2025	立足于“第一次”的体验。	feature-1-crema-edition	黑金配色，有专属内饰件；面向中国。	role-tong-xiangbei-2026-early	公司负责人。	role-mandy-zhang-2026-early	营销负责人。	motto-2026-advertorial	2026年的口号。	strategy-2026-depth	2026年深耕现有市场，而非扩大范围。	strategy-2026-ceo	2026年以新产品和新技术赢得更多客户。	strategy-hk-2026	品牌的一个重点，也是门户。	feature-5-hk	技术和宽敞座舱吸引中国香港买家。	role-mercedes-benz-advertorial	提供设计和全球网络。	role-geely-advertorial	提供技术和供应链。	coverage-southeast-asia-2025	此地新兴市场的网点大幅增长。	coverage-oceania-2025	此地新兴市场的网点大幅增长。	coverage-middle-east-2025	此地新兴市场的网点大幅增长。	coverage-latin-america-2025	此地新兴市场的网点大幅增长。	body-2-advertorial	双座双门城市车。	feature-2-advertorial	后轮驱动，fortwo的车身比例，改为电动并可联网。	feature-fortwo	以双门、后轮驱动和车身比例著称。	role-tong-xiangbei-2026	公司负责人。	role-kang-yi-2026	营销负责人。	motto-2026	2026年的口号。	claim-open-your-mind-2026	品牌主张，贯穿其营销活动。	strategy-dual-home-2026	中国和欧洲同为主场。	strategy-ceo-2026	几乎所有市场竞争激烈；股东给予支持。	heritage-2026	回顾28年历程。	renewal-2026	自2019年起，品牌、车型和经营方式已更新。	role-mercedes-benz-2026	负责车辆造型。	role-cn-2026	据称车辆在此打造。	strategy-5-2026	带动海外增长。	body-5-2026	中型SUV。	body-3-2026	被称为轿跑车。	body-6-ehd-2026	溜背轿车，品牌首款。	feature-6-ehd-2026	宽敞，呈流线型；品牌首次进入的细分市场。	name-6-ehd-2026	只用过一次的名称，此处理解为本车。	body-concept-2-2026	一款城市双座车的预览。	body-2-2026	城市双座车。	first-3-keith-haring-edition	首款采用凯斯·哈林艺术作品的量产车。	service-smart-care-2026	客户服务持续扩展。	strategy-plan-2026	新市场、更好的服务，以及#2和#6。
statements	where	role-tong-xiangbei-2024	引语署名	role-mandy-zhang-2024	引语署名	name-smart-automobile	文末品牌介绍各段	name-smart-mobility	签约图注	coverage-cn-2024	第二条要点和导语	coverage-europe-2024	第二条要点和导语	coverage-middle-east-2024	第二条要点、导语和文末品牌介绍各段	coverage-southeast-asia-2024	第二条要点、导语和文末品牌介绍各段	coverage-south-asia-2024	第二条要点和导语	partners-middle-east-2023	全球布局一节	partners-south-asia-2023	全球布局一节	production-southeast-asia-2023	全球布局一节，与宝腾并提	strategy-aims-2023	第一条要点和导语	strategy-dual-home-2024	第一条要点、导语和文末品牌介绍各段	strategy-new-model-each-year	第五条要点、产品一节和文末品牌介绍各段	strategy-agency-2024	第六条要点	strategy-renewal-2024	资本市场一节和文末品牌介绍各段	motto-2024	标题、最后一条要点、引语和结尾	anniversary-2023	CEO引语和周年一节	attendance-smart-times-2023	周年一节	strategy-charging-cn-2024	第六条要点、技术一节和图注	feature-charging-shanghai	第六条要点和技术一节	strategy-lifestyle-cn-2023	周年一节	service-smartcare-2023	周年一节	service-smartidea-2023	周年一节	first-carbon-accounting	关于可持续发展的段落	feature-amd-v2000	技术一节	first-amd-v2000	技术一节	body-1-2024	文末品牌介绍各段	body-3-2024	文末品牌介绍各段	role-own-development-2024	文末品牌介绍各段	role-mercedes-benz-2024	文末品牌介绍各段	role-tong-xiangbei-2025	引语署名	role-mandy-zhang-2025	引语署名	coverage-mena-2025-h1	首段	coverage-latin-america-2025-h1	首段	motto-2025	首段和末段	strategy-dual-home-2025	文末品牌介绍各段	strategy-five-years-2025	文末品牌介绍各段	strategy-plan-2025	第二段	claim-open-your-mind-2025	CMO引语和末段	strategy-campaign-2025	共创一节	feature-1-crema-edition	共创一节	role-tong-xiangbei-2026-early	引语署名	role-mandy-zhang-2026-early	末段	motto-2026-advertorial	首段	strategy-2026-depth	首段	strategy-2026-ceo	CEO引语	strategy-hk-2026	关于中国香港的段落	feature-5-hk	关于中国香港的段落	role-mercedes-benz-advertorial	网络一节	role-geely-advertorial	网络一节	coverage-southeast-asia-2025	网络一节	coverage-oceania-2025	网络一节	coverage-middle-east-2025	网络一节	coverage-latin-america-2025	网络一节	body-2-advertorial	产品一节	feature-2-advertorial	产品一节	feature-fortwo	产品一节	role-tong-xiangbei-2026	引语署名	role-kang-yi-2026	引语署名	motto-2026	信息图、结尾和文末品牌介绍各段	claim-open-your-mind-2026	第二条要点和品牌一节	strategy-dual-home-2026	导语和CEO引语	strategy-ceo-2026	CEO引语	heritage-2026	品牌一节	renewal-2026	文末品牌介绍各段	role-mercedes-benz-2026	品牌一节	role-cn-2026	品牌一节	strategy-5-2026	合作伙伴一节和图注	body-5-2026	合作伙伴一节和图注	body-3-2026	产品组合一节	body-6-ehd-2026	第三条要点、CMO引语、产品组合一节和图注	feature-6-ehd-2026	产品组合一节	name-6-ehd-2026	文末品牌介绍各段	body-concept-2-2026	产品组合一节	body-2-2026	产品组合一节	first-3-keith-haring-edition	产品组合一节	service-smart-care-2026	服务一节和CEO引语	strategy-plan-2026	文末品牌介绍各段`};export{e as default};
