// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {AssetId} from "../common/AssetId.sol";
import {ETH_TOKEN_ADDRESS} from "../common/Constants.sol";
import {IBridgedStandardERC20} from "../interfaces/IBridgedStandardERC20.sol";
import {INativeTokenVault} from "../interfaces/INativeTokenVault.sol";
import {AssetData} from "./AssetData.sol";

/// @title What the vaults of both layers share
/// @dev No constructor and no immutable here: on L2 this code is placed by genesis. The guard lives in transient storage for the same reason.
abstract contract NativeTokenVault is INativeTokenVault, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @inheritdoc INativeTokenVault
    mapping(bytes32 assetId => uint256) public originChainId;
    /// @inheritdoc INativeTokenVault
    mapping(bytes32 assetId => address) public tokenAddress;
    /// @inheritdoc INativeTokenVault
    mapping(address token => bytes32) public assetId;
    /// @inheritdoc INativeTokenVault
    address public bridgedTokenBeacon;

    modifier onlyAssetRouter() {
        if (msg.sender != ASSET_ROUTER()) revert Unauthorized(msg.sender);
        _;
    }

    /// @inheritdoc INativeTokenVault
    function ASSET_ROUTER() public view virtual returns (address);

    /// @dev Takes `amount` of a native token from `from`; reverts unless exactly that arrives.
    function _lock(address token, address from, uint256 amount) internal virtual;
    function _unlock(address token, address to, uint256 amount) internal virtual;
    /// @dev Bookkeeping of what the other side may take out.
    function _recordOut(uint256 chainId, bytes32 id, uint256 amount) internal virtual;
    function _recordIn(uint256 chainId, bytes32 id, uint256 amount) internal virtual;
    /// @dev Whether `chainId` may be the first to bring an asset that is native on `origin`.
    function _checkFirstArrival(uint256 chainId, bytes32 id, uint256 origin) internal view virtual;

    /// @inheritdoc INativeTokenVault
    function registerToken(address nativeToken) external {
        if (assetId[nativeToken] != 0) revert TokenAlreadyRegistered(nativeToken);
        _registerNative(nativeToken);
    }

    /// @inheritdoc INativeTokenVault
    function ensureTokenIsRegistered(address nativeToken) external returns (bytes32 id) {
        id = assetId[nativeToken];
        if (id == 0) id = _registerNative(nativeToken);
    }

    /// @inheritdoc INativeTokenVault
    function tryRegisterTokenFromBurnData(bytes calldata burnData, bytes32 expectedAssetId) external {
        (,, address token) = AssetData.decodeBurn(burnData);
        bytes32 id = assetId[token];
        if (id == 0) id = _registerNative(token);
        if (id != expectedAssetId) revert AssetIdMismatch(expectedAssetId, id);
    }

    /// @inheritdoc INativeTokenVault
    function bridgeBurn(uint256 chainId, bytes32 id, address originalCaller, bytes calldata data)
        external
        payable
        onlyAssetRouter
        nonReentrant
        returns (bytes memory)
    {
        (uint256 amount, address receiver, address token) = AssetData.decodeBurn(data);
        if (receiver == address(0)) revert ZeroAddress();
        if (amount == 0) revert AmountMustBeGreaterThanZero();
        address registered = tokenAddress[id];
        if (registered == address(0)) revert AssetIdNotSupported(id);
        if (token != address(0) && token != registered) revert AddressMismatch(registered, token);

        address originToken = _take(chainId, id, originalCaller, amount);
        emit BridgeBurn(chainId, id, originalCaller, receiver, amount);
        return AssetData.encodeTransfer(
            AssetData.Transfer(
                originalCaller, receiver, originToken, amount, getERC20Getters(registered, originChainId[id])
            )
        );
    }

    /// @inheritdoc INativeTokenVault
    function bridgeMint(uint256 chainId, bytes32 id, bytes calldata data) external onlyAssetRouter nonReentrant {
        AssetData.Transfer memory t = AssetData.decodeTransfer(data);
        if (tokenAddress[id] == address(0)) {
            _registerBridged(chainId, id, t.originToken, this.decodeMetadata(t.metadata));
        }
        emit BridgeMint(chainId, id, t.receiver, t.amount);
        _give(chainId, id, t.receiver, t.amount);
    }

    /// @dev External so that the metadata, which is nested in other data, can be decoded as call data.
    function decodeMetadata(bytes calldata metadata) external pure returns (AssetData.Metadata memory) {
        return AssetData.decodeMetadata(metadata);
    }

    /// @inheritdoc INativeTokenVault
    function calculateCreate2TokenAddress(uint256 tokenOriginChainId, address originToken)
        public
        view
        returns (address)
    {
        return Create2.computeAddress(_salt(tokenOriginChainId, originToken), keccak256(_bridgedTokenInitCode()));
    }

    /// @inheritdoc INativeTokenVault
    function getERC20Getters(address token, uint256 tokenOriginChainId) public view returns (bytes memory) {
        if (token == ETH_TOKEN_ADDRESS) {
            return AssetData.encodeMetadata(
                AssetData.Metadata(tokenOriginChainId, abi.encode("Ether"), abi.encode("ETH"), abi.encode(uint8(18)))
            );
        }
        return AssetData.encodeMetadata(
            AssetData.Metadata(
                tokenOriginChainId,
                _rawGetter(token, IERC20Metadata.name.selector),
                _rawGetter(token, IERC20Metadata.symbol.selector),
                _rawGetter(token, IERC20Metadata.decimals.selector)
            )
        );
    }

    /// @dev Takes an asset out of circulation; returns the token's address at its origin.
    function _take(uint256 chainId, bytes32 id, address from, uint256 amount) internal returns (address) {
        address token = tokenAddress[id];
        _recordOut(chainId, id, amount);
        if (originChainId[id] == block.chainid) {
            _lock(token, from, amount);
            return token;
        }
        if (msg.value != 0) revert ValueMismatch(0, msg.value);
        IBridgedStandardERC20(token).bridgeBurn(from, amount);
        return IBridgedStandardERC20(token).originToken();
    }

    function _give(uint256 chainId, bytes32 id, address to, uint256 amount) internal {
        address token = tokenAddress[id];
        _recordIn(chainId, id, amount);
        if (originChainId[id] == block.chainid) {
            _unlock(token, to, amount);
        } else {
            IBridgedStandardERC20(token).bridgeMint(to, amount);
        }
    }

    function _lockERC20(address token, address from, uint256 amount) internal {
        uint256 before = IERC20(token).balanceOf(address(this));
        _pull(token, from, amount);
        uint256 received = IERC20(token).balanceOf(address(this)) - before;
        if (received != amount) revert TokensWithFeesNotSupported(amount, received);
    }

    /// @dev Moves tokens from `from` to this contract; who holds the allowance differs by layer.
    function _pull(address token, address from, uint256 amount) internal virtual;

    function _registerNative(address token) internal returns (bytes32 id) {
        if (token.code.length == 0) revert TokenNotSupported(token);
        id = AssetId.ofToken(block.chainid, token);
        _register(id, token, block.chainid);
    }

    function _register(bytes32 id, address token, uint256 origin) internal {
        assetId[token] = id;
        tokenAddress[id] = token;
        originChainId[id] = origin;
        emit TokenRegistered(token, id, origin);
    }

    function _registerBridged(uint256 chainId, bytes32 id, address originToken, AssetData.Metadata memory m) private {
        bytes32 expected = AssetId.ofToken(m.originChainId, originToken);
        if (id != expected) revert AssetIdMismatch(expected, id);
        // A native asset has a token from its registration on, so one without cannot be native.
        if (m.originChainId == block.chainid) revert AssetIdNotSupported(id);
        _checkFirstArrival(chainId, id, m.originChainId);
        address token = Create2.deploy(0, _salt(m.originChainId, originToken), _bridgedTokenInitCode());
        _register(id, token, m.originChainId);
        IBridgedStandardERC20(token).bridgeInitialize(id, originToken, m.name, m.symbol, m.decimals);
    }

    function _rawGetter(address token, bytes4 selector) private view returns (bytes memory) {
        (bool ok, bytes memory result) = token.staticcall(abi.encodeWithSelector(selector));
        return ok ? result : bytes("");
    }

    function _bridgedTokenInitCode() private view returns (bytes memory) {
        return bytes.concat(type(BeaconProxy).creationCode, abi.encode(bridgedTokenBeacon, bytes("")));
    }

    function _salt(uint256 tokenOriginChainId, address originToken) private pure returns (bytes32) {
        return keccak256(abi.encode(tokenOriginChainId, originToken));
    }
}
